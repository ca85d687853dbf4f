import { metrics, panelRef, promql } from '@bud-o11y/model';
import { alert } from '../../alert.ts';
import { fires, quiet, samples } from '../../cases.ts';

const { up } = metrics;
const other = samples(up({ job: 'budapp', instance: 'budapp-0:9090' }), '1x20');
const scraper = (values: string) => samples(up({ job: 'prometheus', instance: 'prometheus-0:9090' }), values);

/**
 * Every scraping Prometheus scrapes itself: without its own `up`, nothing at all comes in. Evaluated by Mimir, since a dead
 * Prometheus says nothing, and sooner than the absences that follow from it.
 */
export const prometheusAbsent = alert({
  id: 'PrometheusAbsent',
  area: 'pipeline',
  group: 'critical-alerts',
  severity: 'critical',
  team: 'observability',
  service: 'prometheus',
  expr: promql`absent(${up({ job: 'prometheus' })})`,
  for: '2m',
  summary: 'Mimir gets no metrics: the scraping Prometheus is gone',
  description: 'No scraping Prometheus has written to Mimir for 2 minutes, not even about itself. Every metric alert is blind; what this alert inhibits may be true all the same.',
  panel: panelRef('platform-overview', 'alertDelivery'),
  tests: [
    fires('the scraper was last heard of five minutes ago', { series: [other, scraper('1x3')], quietAt: '9m', at: '11m', alerts: [{ labels: { job: 'prometheus' }, value: 1 }] }),
    quiet('the scraper sees itself, even as down', { series: [other, scraper('0x20')], at: '15m' }),
  ],
});
