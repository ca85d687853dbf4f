import type { Unit } from '@bud-o11y/model';

/** The catalog's units, and two that only a computed panel has: a multiple (`14.4x`) and events per second. */
export type PanelUnit = Unit | 'times' | 'events/s';

/** Grafana's unit ids (packages/grafana-data, value formats), the only place where one is written. */
const grafanaUnits: Readonly<Record<PanelUnit, string>> = {
  requests: 'short',
  'requests/s': 'reqps',
  seconds: 's',
  bytes: 'bytes',
  'bytes/s': 'Bps',
  cores: 'suffix: cores',
  ratio: 'percentunit',
  tokens: 'short',
  'tokens/s': 'suffix: tok/s',
  count: 'short',
  celsius: 'celsius',
  watts: 'watt',
  bool: 'none',
  timestamp: 'dateTimeFromNow',
  'lines/s': 'suffix: lines/s',
  'samples/s': 'suffix: samples/s',
  series: 'short',
  percent: 'percent',
  times: 'suffix: x',
  'events/s': 'eps',
};

/** Grafana's id of a unit. */
export function grafanaUnit(unit: PanelUnit): string {
  return grafanaUnits[unit];
}
