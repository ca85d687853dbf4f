/** Where an Alertmanager of the live test sends, and which hours its office has. */
export interface Redirection {
  /** Base of the HTTP sink: `http://127.0.0.1:1234`. */
  readonly sink: string;
  /** host:port of the mail sink, which speaks no TLS. */
  readonly smarthost: string;
  /** Folder of the secret files, in place of the one that the environment mounts. */
  readonly secrets: { readonly from: string; readonly to: string };
  /** What stands for the office hours. */
  readonly officeHours: readonly unknown[];
}

type Json = Readonly<Record<string, unknown>>;

/** An Alertmanager configuration whose receivers are local, and whose only time interval is the given one. Nothing else is touched. */
export function redirected(config: Json, { sink, smarthost, secrets, officeHours }: Redirection): Json {
  const moved = withSecretsIn(config, secrets) as Json;
  return {
    ...moved,
    global: { ...(moved['global'] as Json), smtp_smarthost: smarthost, smtp_require_tls: false, pagerduty_url: `${sink}/pagerduty` },
    time_intervals: (moved['time_intervals'] as readonly Json[]).map((interval) => ({ ...interval, time_intervals: officeHours })),
  };
}

function withSecretsIn(value: unknown, secrets: Redirection['secrets']): unknown {
  if (Array.isArray(value)) return value.map((entry) => withSecretsIn(entry, secrets));
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([key, entry]) => [key, key.endsWith('_file') && typeof entry === 'string' ? entry.replace(secrets.from, secrets.to) : withSecretsIn(entry, secrets)]));
}

/** Hours that hold at any time. */
export const always: readonly unknown[] = [{ times: [{ start_time: '00:00', end_time: '24:00' }], location: 'UTC' }];

/** Hours of a day that is three days away: they do not hold now, nor within the minutes of a test, in any time zone. */
export function notNow(now: Date): readonly unknown[] {
  const days = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'];
  return [{ weekdays: [days[(now.getUTCDay() + 3) % 7]], location: 'UTC' }];
}
