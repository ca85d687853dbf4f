import type { AlertCase } from '@bud-o11y/alerts';

/** One input of a case in a form in which two cases can be compared. */
export interface Input {
  /** The metric, or `lines`. */
  readonly subject: string;
  /** Labels of the series, or of the stream and fields of the line. */
  readonly labels: Readonly<Record<string, string>>;
  /** The samples, or when and how often the line is written. */
  readonly values: string;
}

/** The inputs of a case. */
export function inputsOf(entry: AlertCase): readonly Input[] {
  if ('series' in entry) return entry.series.map(({ series, values }) => ({ subject: metricOf(series), labels: labelsOf(series), values }));
  return entry.lines.map(({ stream, line, from, every, count }) => {
    const fields = typeof line === 'string' ? [['text', line]] : Object.entries(line).map(([name, value]) => [`field ${name}`, String(value)]);
    return { subject: 'lines', labels: { ...stream, ...Object.fromEntries(fields) as Record<string, string> }, values: `${count} from ${from}, every ${every}` };
  });
}

/** The name of the metric in a series as promtool writes it. */
export function metricOf(series: string): string {
  return series.split('{')[0] ?? series;
}

function labelsOf(series: string): Readonly<Record<string, string>> {
  return Object.fromEntries([...series.matchAll(/(\w+)="((?:[^"\\]|\\.)*)"/g)].map(([, name = '', value = '']) => [name, value]));
}
