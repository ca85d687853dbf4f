import { seconds } from '@bud-o11y/model';

/**
 * Fills in an alert's text as the rulers do, for the functions that our texts use. The promtool tests hold it against the
 * original. A label that is missing becomes empty text there and here.
 * @throws RangeError for a function or a field that it does not know.
 */
export function fillTemplate(text: string, labels: Readonly<Record<string, string>>, value: number): string {
  return text.replaceAll(/\{\{\s*(.+?)\s*\}\}/g, (_whole, action: string) => {
    const decimals = /^printf "%\.(\d)f" \$value$/.exec(action)?.[1];
    if (decimals !== undefined) return value.toFixed(Number(decimals));
    const [subject = '', ...functions] = action.split('|').map((part) => part.trim());
    const start = subject === '$value' ? value : labelOf(subject, labels);
    return String(functions.reduce<string | number>((current, name) => apply(name, current), start));
  });
}

function labelOf(subject: string, labels: Readonly<Record<string, string>>): string {
  const name = /^\$labels\.(\w+)$/.exec(subject)?.[1];
  if (name === undefined) throw new RangeError(`unknown field ${subject} in an alert's text`);
  return labels[name] ?? '';
}

function apply(name: string, value: string | number): string {
  if (name === 'urlquery') return encodeURIComponent(String(value)).replaceAll('%20', '+');
  const number = Number(value);
  if (name === 'humanizePercentage') return `${significant(number * 100)}%`;
  if (name === 'humanize') return humanize(number);
  if (name === 'humanizeDuration') return humanizeDuration(number);
  throw new RangeError(`unknown function ${name} in an alert's text`);
}

/** C's `%.4g` for the sizes that occur here. */
function significant(value: number): string {
  return String(Number(value.toPrecision(4)));
}

function humanize(value: number): string {
  if (value === 0) return '0';
  const power = Math.min(Math.max(Math.floor(Math.log10(Math.abs(value)) / 3), -2), 5);
  return `${significant(value / 1000 ** power)}${['u', 'm', '', 'k', 'M', 'G', 'T', 'P'][power + 2]}`;
}

function humanizeDuration(value: number): string {
  if (Math.abs(value) < seconds('1m')) return `${significant(value)}s`;
  const whole = Math.floor(Math.abs(value));
  const [d, h, m, s] = [Math.floor(whole / 86_400), Math.floor(whole / 3_600) % 24, Math.floor(whole / 60) % 60, whole % 60];
  const sign = value < 0 ? '-' : '';
  if (d > 0) return `${sign}${d}d ${h}h ${m}m ${s}s`;
  if (h > 0) return `${sign}${h}h ${m}m ${s}s`;
  return `${sign}${m}m ${s}s`;
}
