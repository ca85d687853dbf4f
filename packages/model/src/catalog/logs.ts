import { type Hole, type MatchValue, hole, writeMatchers } from '../query/holes.ts';
import { closed, open, type LabelSpec, type Labels } from './labels.ts';

/** Index labels of log streams: document 4.3, a closed set. `level` is closed to five values plus `unknown` (facts 5.2). */
export const streamLabels = {
  app: open('service name; equals the metric label `service`', 15),
  namespace: open('Kubernetes namespace', 5),
  pod: open('pod name', 200),
  container: open('container name', 10),
  level: closed('log level, lower case', 'debug', 'info', 'warning', 'error', 'critical', 'unknown'),
} as const satisfies Labels;

export type StreamLabels = typeof streamLabels;

/** Where a field is found: `line` = a JSON field of the line, `metadata` = Loki structured metadata as well. */
export interface LogField {
  readonly name: string;
  readonly type: 'string' | 'number' | 'timestamp';
  readonly help: string;
  readonly stored: 'line' | 'metadata';
  /** Whether the values are few enough to aggregate by. */
  readonly bounded: boolean;
  /** Where it is documented. */
  readonly source: string;
}

/** The JSON fields of document 4.2, and `trace_id`, which the correlation asks the services to add. */
export const logFields = {
  timestamp: { name: 'timestamp', type: 'timestamp', help: 'time of the event, RFC 3339', stored: 'line', bounded: false, source: 'document 4.2' },
  level: { name: 'level', type: 'string', help: 'log level; select by the stream label, not by this field', stored: 'line', bounded: true, source: 'document 4.2' },
  logger: { name: 'logger', type: 'string', help: 'module that wrote the line', stored: 'metadata', bounded: true, source: 'document 4.2' },
  event: { name: 'event', type: 'string', help: 'machine-readable event code', stored: 'metadata', bounded: true, source: 'document 4.2' },
  userId: { name: 'user_id', type: 'string', help: 'acting user', stored: 'metadata', bounded: false, source: 'document 4.2' },
  tenantId: { name: 'tenant_id', type: 'string', help: 'tenant of the acting user', stored: 'metadata', bounded: true, source: 'document 4.2' },
  requestId: { name: 'request_id', type: 'string', help: 'request correlation, header x-request-id', stored: 'metadata', bounded: false, source: 'document 4.2, 5.2' },
  durationMs: { name: 'duration_ms', type: 'number', help: 'duration of the operation in milliseconds', stored: 'line', bounded: false, source: 'document 4.2' },
  message: { name: 'message', type: 'string', help: 'free text', stored: 'line', bounded: false, source: 'document 4.2' },
  traceId: { name: 'trace_id', type: 'string', help: 'W3C trace id', stored: 'metadata', bounded: false, source: 'proposed, document 5.2' },
} as const satisfies Readonly<Record<string, LogField>>;

/** Event codes that queries and alerts select (document 4.2 and 4.4). */
export const logEvents = { loginSucceeded: 'user_login', loginFailed: 'login_failed' } as const;

export type StreamMatchers = { readonly [Name in keyof StreamLabels]?: MatchValue<StreamLabels[Name] extends LabelSpec<infer Value> ? Value : string> };

/** A stream selector: an unknown label or level does not compile. */
export function stream(matchers: StreamMatchers): Hole {
  const written = writeMatchers(matchers);
  return hole(written.text, { variables: written.variables });
}

/** The name of a log field, for label filters, `json` and `by`. */
export function field(of: LogField): Hole {
  return hole(of.name);
}

/** `name="name"`: extracts one field in a `json` stage. */
export function extract(...fields: readonly LogField[]): Hole {
  return hole(fields.map(({ name }) => `${name}="${name}"`).join(', '));
}

/** Names of stream labels for `by`. */
export function streamLabel(...names: readonly (keyof StreamLabels)[]): Hole {
  return hole(names.join(', '));
}

/** `event="…"`: lines of one event code. */
export function eventIs(code: (typeof logEvents)[keyof typeof logEvents]): Hole {
  return hole(`${logFields.event.name}=${JSON.stringify(code)}`);
}

/** `field=~"$variable.*"`: lines whose field begins with what a text-box variable holds; every line while it is empty. */
export function fieldStartsWith(of: LogField, variable: string): Hole {
  return hole(`${of.name}=~"$${variable}.*"`, { variables: [variable] });
}
