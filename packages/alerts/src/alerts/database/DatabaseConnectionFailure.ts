import { metrics, panelRef, promql } from '@bud-o11y/model';
import { alert } from '../../alert.ts';
import { fires, quiet, samples } from '../../cases.ts';

const { pgUp } = metrics;
const exporter = pgUp({ job: 'postgresql', instance: 'pg-0:9187' });

/** Document 6.2. Silent when the exporter is gone: DatabaseMonitoringAbsent says so. */
export const databaseConnectionFailure = alert({
  id: 'DatabaseConnectionFailure',
  area: 'database',
  group: 'critical-alerts',
  severity: 'critical',
  team: 'platform',
  service: 'postgresql',
  threshold: { value: 0, unit: 'bool', comparison: '==' },
  expr: (threshold) => promql`${pgUp} == ${threshold}`,
  for: '1m',
  summary: 'PostgreSQL is unreachable, says the exporter {{ $labels.instance }}',
  description: 'postgres_exporter ({{ $labels.instance }}) runs but has not been able to connect to PostgreSQL for a minute. Every service that needs the database fails.',
  panel: panelRef('platform-overview', 'postgresql'),
  tests: [
    fires('the database refuses connections', {
      series: [samples(exporter, '1x4 0x10')], quietAt: '5m', at: '6m', alerts: [{ labels: { job: 'postgresql', instance: 'pg-0:9187' }, value: 0 }],
    }),
    quiet('the database answers', { series: [samples(exporter, '1x14')], at: '10m' }),
  ],
});
