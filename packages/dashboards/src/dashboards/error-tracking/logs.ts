import { panelRef } from '@bud-o11y/model';
import { row } from '../../dashboard.ts';
import { levels } from '../../levels.ts';
import { fieldLabel, toDashboard, toExplore } from '../../links.ts';
import { levelColours } from '../../panels/colours.ts';
import { logLines } from '../../panels/logs.ts';
import { stat } from '../../panels/stat.ts';
import { columns, table } from '../../panels/table.ts';
import { timeseries } from '../../panels/timeseries.ts';
import { allErrors, errorRateByService, errorsOfClickedRow } from '../../queries/logs.ts';
import { failureLines, failuresByService, linesByLevel, topFailures, unparseableLines } from '../../queries/panel-logs.ts';
import { signals } from '../../signals.ts';

const onward = [toDashboard('resource-util', { variables: { service: fieldLabel('app') } }), ...signals.app];

const byService = timeseries({
  id: panelRef('error-tracking', 'errorLinesByService').id,
  title: 'Failure lines by service',
  description: 'Lines of level error or critical, per bar of $interval.',
  size: [12, 8], unit: 'count', draw: 'bars', stack: 'normal', noValue: '0',
  targets: [{ query: failuresByService, legend: '{{app}}' }],
  links: onward,
});

const byLevel = timeseries({
  id: panelRef('error-tracking', 'linesByLevel').id,
  title: 'Lines by level',
  description: 'All lines of the chosen services, per bar of $interval. Nothing at all means that no line arrives; much debug costs money.',
  size: [12, 8], unit: 'count', draw: 'bars', stack: 'normal',
  targets: [{ query: linesByLevel, legend: '{{level}}' }],
  fields: Object.entries(levelColours).map(([name, colour]) => ({ match: { name }, colour })),
  links: [toDashboard('platform-overview'), toExplore('All failures', allErrors), ...signals.chosenServices],
});

const top = table({
  id: 43,
  title: 'Top failure events',
  description: 'Services and event codes with most failure lines over the time shown. Lines that are no JSON are not counted here.',
  size: [12, 8], unit: 'count', sortBy: 'Lines', noValue: '0',
  targets: [{ query: topFailures, legend: 'lines' }],
  transformations: columns(['app', 'event'], 'Lines'),
  fields: [{ match: { name: 'app' }, links: [toExplore('Failures of this service', errorsOfClickedRow)] }],
});

const rate = timeseries({
  id: 46,
  title: 'Failure lines/s, all services',
  description: 'The whole platform, whatever is chosen above: the query of document 4.4.',
  size: [6, 8], unit: 'lines/s', noValue: '0',
  targets: [{ query: errorRateByService, legend: '{{app}}' }],
  links: onward,
});

const unparseable = stat({
  id: 44,
  title: 'Unparseable lines',
  description: 'Lines of the chosen services that are no JSON and so break the format of document 4.2: no field of them can be searched.',
  size: [6, 8], unit: 'count', noValue: '0', thresholds: levels.anyWarns, sparkline: false,
  targets: [{ query: unparseableLines, legend: 'lines' }],
  links: [toDashboard('platform-overview')],
});

const lines = logLines({
  id: 45,
  title: 'Failure lines',
  description: 'The lines themselves, newest first. Open one for its fields; request_id and trace_id lead to the trace.',
  size: [24, 12],
  targets: [{ query: failureLines, legend: 'lines', limit: 200 }],
});

/** Which log line proves it. */
export const logs = row('Logs', byService, byLevel, top, rate, unparseable, lines);
