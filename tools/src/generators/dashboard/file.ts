import { constantName } from '../names.ts';

/** A dashboard that compiles, renders and passes checks and specs: a strip of six numbers, then a row of charts. Further rows go into files beside it. */
export function dashboardFile(uid: string): string {
  return `import { labels, metrics, promql } from '@bud-o11y/model';
import { dashboard, row, strip } from '../../dashboard.ts';
import { levels } from '../../levels.ts';
import { toDashboard } from '../../links.ts';
import { stat } from '../../panels/stat.ts';
import { timeseries } from '../../panels/timeseries.ts';
import { chosen } from '../../selectors.ts';
import { signals } from '../../signals.ts';
import { variables } from '../../variables.ts';

const { up } = metrics;
const answering = promql\`sum by (\${labels(up, 'job')}) (\${up({ job: chosen.service, namespace: chosen.namespace })})\`;

const number = (id: number, title: string) => stat({
  id, title,
  description: 'What the number means, and which value is a reason to worry.',
  size: [4, 4], unit: 'count', thresholds: levels.alive,
  targets: [{ query: answering, legend: '{{job}}' }],
  links: [toDashboard('platform-overview')],
});

const chart = (id: number, title: string) => timeseries({
  id, title,
  description: 'What the curve shows, and what a bend in it means.',
  size: [12, 8], unit: 'count',
  targets: [{ query: answering, legend: '{{job}}' }],
  links: [toDashboard('platform-overview'), ...signals.job],
});

/** The question that this dashboard answers. */
export const ${constantName(uid)} = dashboard({
  uid: '${uid}',
  description: 'Which question does this dashboard answer? Say so here, and how to read it.',
  team: 'platform',
  method: 'use',
  from: 'now-3h',
  refresh: '1m',
  variables: [variables.datasource, variables.namespace, variables.service],
  rows: [
    strip(number(1, 'First number'), number(2, 'Second number'), number(3, 'Third number'), number(4, 'Fourth number'), number(5, 'Fifth number'), number(6, 'Sixth number')),
    row('First question', chart(11, 'First chart'), chart(12, 'Second chart')),
  ],
});
`;
}
