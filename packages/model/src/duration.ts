/** A Prometheus duration of one unit; `'5x'` does not compile. */
export type Duration = `${number}${'ms' | 's' | 'm' | 'h' | 'd' | 'w' | 'y'}`;

const unitMs = { ms: 1, s: 1_000, m: 60_000, h: 3_600_000, d: 86_400_000, w: 604_800_000, y: 31_536_000_000 } as const;

/** There are few distinct durations, and each is asked for at every render. */
const known = new Map<string, number | undefined>();

/** Milliseconds of a duration such as `90s`, `1h` or `1h30m`; undefined when the text is none. */
export function durationMs(text: string): number | undefined {
  if (!known.has(text)) known.set(text, readDuration(text));
  return known.get(text);
}

function readDuration(text: string): number | undefined {
  const parts = [...text.matchAll(/(\d+(?:\.\d+)?)(ms|s|m|h|d|w|y)/g)];
  if (parts.length === 0 || parts.map((part) => part[0]).join('') !== text) return undefined;
  return parts.reduce((sum, part) => sum + Number(part[1]) * unitMs[part[2] as keyof typeof unitMs], 0);
}

/** Whole seconds of a duration that the types already vouch for. */
export function seconds(duration: Duration): number {
  return (durationMs(duration) ?? Number.NaN) / 1_000;
}
