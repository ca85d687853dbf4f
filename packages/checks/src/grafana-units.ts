/** Grafana's ids for each unit of the catalog, the usual one first. A count of things may also carry a word of its own. */
const ids: Readonly<Record<string, readonly string[]>> = {
  requests: ['short', 'none', 'locale'],
  'requests/s': ['reqps', 'rps'],
  seconds: ['s', 'dtdurations', 'clocks'],
  bytes: ['bytes', 'decbytes'],
  'bytes/s': ['Bps', 'binBps'],
  cores: ['suffix: cores', 'percentunit'],
  ratio: ['percentunit'],
  tokens: ['short', 'none', 'locale'],
  'tokens/s': ['suffix: tok/s', 'suffix: tokens/s'],
  count: ['short', 'none', 'locale'],
  celsius: ['celsius'],
  watts: ['watt'],
  bool: ['none', 'short', 'bool', 'bool_on_off', 'bool_yes_no'],
  timestamp: ['dateTimeFromNow', 'dateTimeAsIso', 'dateTimeAsLocal', 'dateTimeAsSystem'],
  'lines/s': ['suffix: lines/s'],
  'samples/s': ['suffix: samples/s'],
  series: ['short', 'none', 'locale'],
  percent: ['percent'],
  'events/s': ['eps', 'ops', 'cps', 'reqps', 'suffix: lines/s', 'suffix: samples/s'],
};

const countable: ReadonlySet<string> = new Set(['requests', 'tokens', 'count', 'series']);

/** Whether a Grafana unit fits a unit of the catalog. True for a unit that has no Grafana id: nothing is known to be wrong. */
export function shows(id: string, unit: string): boolean {
  const fitting = ids[unit];
  return fitting === undefined || fitting.includes(id) || (countable.has(unit) && /^(?:suffix|prefix):(?!.*\/s$)/.test(id));
}

/** The Grafana units that fit a unit of the catalog. */
export function grafanaUnits(unit: string): readonly string[] {
  return ids[unit] ?? [];
}
