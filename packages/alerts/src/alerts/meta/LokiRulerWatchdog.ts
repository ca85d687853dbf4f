import { logql, panelRef } from '@bud-o11y/model';
import { alert } from '../../alert.ts';
import { fires } from '../../cases.ts';
import { lines } from '../../log-lines.ts';

/** Each ruler needs a switch of its own: Mimir's says nothing about Loki's. */
export const lokiRulerWatchdog = alert({
  id: 'LokiRulerWatchdog',
  area: 'meta',
  group: 'log-meta',
  severity: 'none',
  team: 'observability',
  service: 'loki',
  expr: logql`vector(1)`,
  summary: 'Dead-man\'s switch of the Loki ruler: always firing',
  description: 'Shows that the Loki ruler reaches Alertmanager and Alertmanager the outside. The heartbeat\'s receiver calls somebody when this stops.',
  panel: panelRef('platform-overview', 'alertDelivery'),
  tests: [
    fires('at any time, whatever there is', { lines: [lines({ app: 'budapp' }, { event: 'tick' }, { from: '10s', every: '1m', count: 2 })], at: '1m', alerts: [{ labels: {}, value: 1 }] }),
  ],
});
