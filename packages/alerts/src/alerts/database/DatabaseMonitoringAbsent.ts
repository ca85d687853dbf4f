import { metrics, panelRef, promql } from '@bud-o11y/model';
import { alert } from '../../alert.ts';
import { fires, quiet, samples } from '../../cases.ts';

const { pgUp, up } = metrics;
const other = samples(up({ job: 'budapp' }), '1x20');

/** The database may be fine; its alarm is not. */
export const databaseMonitoringAbsent = alert({
  id: 'DatabaseMonitoringAbsent',
  area: 'database',
  group: 'warning-alerts',
  severity: 'warning',
  team: 'platform',
  service: 'postgresql',
  expr: promql`absent(${pgUp})`,
  for: '5m',
  summary: 'pg_up is missing: DatabaseConnectionFailure cannot fire',
  description: 'No postgres_exporter has reported pg_up for 5 minutes. Nothing is known about the database, good or bad.',
  panel: panelRef('platform-overview', 'postgresql'),
  tests: [
    fires('the exporter is gone', { series: [other], quietAt: '4m', at: '6m', alerts: [{ labels: {}, value: 1 }] }),
    quiet('the exporter reports a database that is down', { series: [other, samples(pgUp({ job: 'postgresql' }), '0x20')], at: '15m' }),
  ],
});
