import { metrics, panelRef, promql } from '@bud-o11y/model';
import { alert } from '../../alert.ts';
import { fires, samples } from '../../cases.ts';

/** Always firing: when its notifications stop, the Mimir ruler, Alertmanager or the way out is broken. */
export const watchdog = alert({
  id: 'Watchdog',
  area: 'meta',
  group: 'meta-ruler',
  severity: 'none',
  team: 'observability',
  service: 'mimir',
  expr: promql`vector(1)`,
  summary: 'Dead-man\'s switch of the Mimir ruler: always firing',
  description: 'Shows that the Mimir ruler reaches Alertmanager and Alertmanager the outside. The heartbeat\'s receiver calls somebody when this stops.',
  panel: panelRef('platform-overview', 'alertDelivery'),
  tests: [fires('at any time, whatever there is', { series: [samples(metrics.up({ job: 'budapp' }), '1x5')], at: '1m', alerts: [{ labels: {}, value: 1 }] })],
});
