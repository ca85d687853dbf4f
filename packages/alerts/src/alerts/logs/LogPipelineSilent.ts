import { instrumentedServices, logql, panelRef, stream } from '@bud-o11y/model';
import { alert } from '../../alert.ts';
import { fires, quiet } from '../../cases.ts';
import { lines } from '../../log-lines.ts';

const written = instrumentedServices.map(({ name }) => ({ name, input: lines({ app: name }, { event: 'tick' }, { from: '10s', every: '14m', count: 5 }) }));
const without = (name: string) => written.filter((entry) => entry.name !== name).map(({ input }) => input);
const ended = lines({ app: 'budgateway' }, { event: 'tick' }, { from: '10s', every: '14m', count: 2 });

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
  tests: [
    fires('budgateway has never written a line', {
      lines: without('budgateway'), quietAt: '4m', at: '6m', alerts: [{ labels: { app: 'budgateway', service: 'budgateway' }, value: 1 }],
    }),
    fires('budgateway has written its last line', {
      lines: [...without('budgateway'), ended], quietAt: '34m', at: '35m', alerts: [{ labels: { app: 'budgateway', service: 'budgateway' }, value: 1 }],
    }),
    quiet('every service writes a line now and then', { lines: written.map(({ input }) => input), at: '60m' }),
  ],
});
