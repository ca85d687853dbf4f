import { dashboardPlaceholders } from '@bud-o11y/model';
import { constantName } from '../names.ts';

const { title: untitled, dashboard, number, chart } = dashboardPlaceholders;
const numbers = [1, 2, 3, 4, 5, 6].map((id) => `number(${id}, '${untitled} number ${id}')`).join(', ');

/** A dashboard that compiles, renders and passes specs: a strip of six numbers, then a row of charts. `check` refuses its texts until they are replaced. Further rows go into files beside it. */
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
  description: '${number}',
  size: [4, 4], unit: 'count', thresholds: levels.alive,
  targets: [{ query: answering, legend: '{{job}}' }],
  links: [toDashboard('platform-overview')],
});

const chart = (id: number, title: string) => timeseries({
  id, title,
  description: '${chart}',
  size: [12, 8], unit: 'count',
  targets: [{ query: answering, legend: '{{job}}' }],
  links: [toDashboard('platform-overview'), ...signals.job],
});

/** The question that this dashboard answers. */
export const ${constantName(uid)} = dashboard({
  uid: '${uid}',
  description: '${dashboard}',
  team: 'platform',
  method: 'use',
  from: 'now-3h',
  refresh: '1m',
  variables: [variables.datasource, variables.namespace, variables.service],
  rows: [
    strip(${numbers}),
    row('${untitled} row', chart(11, '${untitled} chart 11'), chart(12, '${untitled} chart 12')),
  ],
});
`;
}
