import type { PanelTime } from './grafana-time.ts';

/** The text that each variable stands for. */
export type Chosen = ReadonlyMap<string, string>;

/** Grafana's own variables during a query. */
function macrosOf({ from, to, interval, rateInterval }: PanelTime): Chosen {
  const range = to - from;
  return new Map([
    ['__interval', `${interval}s`], ['__interval_ms', String(interval * 1_000)], ['__rate_interval', `${rateInterval}s`],
    ['__range', `${range}s`], ['__range_s', String(range)], ['__range_ms', String(range * 1_000)],
    ['__from', String(from * 1_000)], ['__to', String(to * 1_000)],
  ]);
}

/** Fills in variables and macros as `$name`, `${name}` or `${name:format}`; what is not known stays as it is, and the engine refuses it. */
export function interpolate(text: string, chosen: Chosen, time: PanelTime): string {
  const macros = macrosOf(time);
  return text.replace(/\$(?:\{(\w+)(?::\w+)?\}|(\w+))/g, (whole, braced?: string, bare?: string) => {
    const name = braced ?? bare ?? '';
    return macros.get(name) ?? chosen.get(name) ?? whole;
  });
}

/** One chosen value of a variable with many, as Grafana writes it into a PromQL string: a regular expression that matches it alone. */
export function literal(value: string): string {
  return value.replaceAll('\\', '\\\\\\\\').replace(/[$^*{}[\]'+?.()|]/g, '\\\\$&');
}
