import { instrumentedServices, logql, panelRef, stream } from '@bud-o11y/model';
import { alert } from '../../alert.ts';

/** One rule per instrumented service: a stream that has ended leaves nothing to compare with. */
export const logPipelineSilent = alert({
  id: 'LogPipelineSilent',
  area: 'logs',
  group: 'log-meta',
  severity: 'warning',
  team: 'observability',
  service: { each: instrumentedServices },
  expr: (_threshold, { service }) => logql`absent_over_time(${stream({ app: service })}[15m])`,
  for: '5m',
  summary: 'No log line from {{ $labels.app }} for 15 minutes',
  description: 'Either {{ $labels.app }} writes nothing or the shipper is broken. Error and audit panels are blind for it.',
  panel: panelRef('error-tracking', 'linesByLevel'),
  panelVariables: { service: 'service' },
});
