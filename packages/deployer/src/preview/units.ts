/** A unit of Grafana: its short form behind a value, and how a value is scaled before it is written. */
interface UnitForm {
  readonly sign: string;
  readonly scale: 'none' | 'thousands' | 'kibi' | 'kilo' | 'duration';
  /** What a value is multiplied with first: a ratio is written in percent. */
  readonly times?: number;
}

const forms: Readonly<Record<string, UnitForm>> = {
  short: { sign: '', scale: 'thousands' },
  none: { sign: '', scale: 'none' },
  percentunit: { sign: '%', scale: 'none', times: 100 },
  percent: { sign: '%', scale: 'none' },
  s: { sign: 's', scale: 'duration' },
  dateTimeFromNow: { sign: '', scale: 'none' },
  bytes: { sign: 'B', scale: 'kibi' },
  Bps: { sign: 'B/s', scale: 'kilo' },
  reqps: { sign: 'req/s', scale: 'thousands' },
  eps: { sign: 'evt/s', scale: 'thousands' },
  watt: { sign: 'W', scale: 'kilo' },
  celsius: { sign: '°C', scale: 'none' },
};

const durations: readonly (readonly [seconds: number, sign: string])[] = [
  [604_800, 'weeks'], [86_400, 'days'], [3_600, 'hours'], [60, 'min'], [1, 's'], [1e-3, 'ms'], [1e-6, 'µs'],
];

/** What one of them is called. */
const singular: Readonly<Record<string, string>> = { weeks: 'week', days: 'day', hours: 'hour' };

/** A value as Grafana writes it: scaled to a readable size, with its unit. `decimals` are exact; without, three digits that matter. */
export function formatValue(value: number, unit: string, decimals?: number): string {
  const { sign, scale, times = 1 } = formOf(unit);
  const { amount, prefix } = scaled(value * times, scale, sign);
  const digits = written(amount, decimals, sign === '%');
  const tail = `${prefix}${scale === 'duration' ? '' : sign}`;
  if (tail === '' || !Number.isFinite(value)) return digits;
  const name = digits === '1' ? (singular[tail] ?? tail) : tail;
  return sign === '%' || sign === '°C' ? `${digits}${name}` : `${digits} ${name}`;
}

/** What a unit is called where there is no value: `req/s`, `%`; empty for a plain number. */
export function unitSign(unit: string): string {
  return formOf(unit).sign;
}

/** What marks of an axis are round multiples of, in the unit's own values: hours are not read in steps of 5000 s. */
export function roundStep(largest: number, unit: string): number {
  const { scale, times = 1 } = formOf(unit);
  if (scale !== 'duration' && scale !== 'kibi') return 1 / times;
  const { amount } = scaled(largest, scale, '');
  return amount === 0 || !Number.isFinite(amount) ? 1 : largest / amount;
}

function formOf(unit: string): UnitForm {
  const [, suffix] = /^suffix:\s*(.+)$/.exec(unit) ?? [];
  if (suffix !== undefined) return { sign: suffix, scale: suffix === 'x' ? 'none' : 'thousands' };
  return forms[unit] ?? { sign: unit, scale: 'none' };
}

function scaled(value: number, scale: UnitForm['scale'], sign: string): { readonly amount: number; readonly prefix: string } {
  if (value === 0 || !Number.isFinite(value) || scale === 'none') return { amount: value, prefix: scale === 'duration' ? sign : '' };
  if (scale === 'duration') {
    const [seconds, name] = durations.find(([least]) => Math.abs(value) >= least) ?? [1e-6, 'µs'];
    return { amount: value / seconds, prefix: name };
  }
  const base = scale === 'kibi' ? 1_024 : 1_000;
  const prefixes = { kibi: ['', 'Ki', 'Mi', 'Gi', 'Ti', 'Pi'], kilo: ['', 'k', 'M', 'G', 'T', 'P'], thousands: ['', 'K', 'Mil', 'Bil', 'Tri', 'Quadr'] }[scale];
  // A value that three digits round up to the next thousand is written in that one.
  const power = Math.max(0, Math.min(prefixes.length - 1, Math.floor(Math.log(Math.abs(value) * 1.0005) / Math.log(base))));
  const prefix = prefixes[power] as string;
  return { amount: value / base ** power, prefix: scale === 'thousands' && prefix !== '' && sign !== '' ? `${prefix} ` : prefix };
}

function written(amount: number, decimals: number | undefined, isPercent: boolean): string {
  if (!Number.isFinite(amount)) return amount > 0 ? '∞' : amount < 0 ? '−∞' : 'NaN';
  const text = decimals === undefined ? readable(amount, isPercent) : amount.toFixed(decimals);
  return text.replace(/^-/, '−');
}

/** Three digits that matter; a share keeps two decimals at least, since 99.97 is not 100. */
function readable(amount: number, isPercent: boolean): string {
  const places = Math.max(isPercent ? 2 : 0, Math.min(20, 2 - Math.floor(Math.log10(Math.abs(amount) || 1))));
  return String(Number(amount.toFixed(places)));
}
