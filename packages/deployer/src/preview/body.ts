import type { ProofOfLifeRun } from '@bud-o11y/model';
import { barGauge } from './charts/bar-gauge.ts';
import { heatmap } from './charts/heatmap.ts';
import { lanes } from './charts/lanes.ts';
import { lineChart } from './charts/line-chart.ts';
import { type Span, spanOf } from './charts/span.ts';
import { stat } from './charts/stat.ts';
import { table } from './charts/table.ts';
import { code } from './code.ts';
import type { PanelJson } from './dashboard-json.ts';
import { html, type Html } from './html.ts';
import { languageOfPanel, queryText } from './queries.ts';
import { type PanelAnswers, type Series, seriesOf, valuesOf } from './series.ts';

type Draw = (panel: PanelJson, series: readonly Series[], span: Span, answers: PanelAnswers) => Html;

/** How each type of panel that Prometheus fills is drawn. */
const drawings: Readonly<Record<string, Draw>> = {
  stat,
  timeseries: lineChart,
  bargauge: barGauge,
  barchart: barGauge,
  'state-timeline': lanes,
  'status-history': lanes,
  heatmap,
  table: (panel, _series, _span, answers) => table(panel, answers),
};

/** What stands in a panel: its data where a run has them, else its query and why there are none. */
export function body(panel: PanelJson, run: ProofOfLifeRun | undefined): Html {
  const language = languageOfPanel(panel);
  const answers = run?.panels[String(panel.id)];
  if (answers === undefined || run === undefined) return withoutData(panel, language?.name === 'PromQL' ? 'No data: the proof of life did not run.' : `No data: no ${language?.engine ?? 'engine'} was run.`);
  const series = seriesOf(panel, answers);
  const draw = drawings[panel.type];
  if (draw === undefined || series.every((one) => valuesOf(one).length === 0)) return withoutData(panel, `“${panel.fieldConfig?.defaults?.noValue ?? 'no data'}”: the queries gave nothing in “${run.scenario}”.`);
  return draw(panel, series, spanOf(panel, series, run), answers);
}

function withoutData(panel: PanelJson, reason: string): Html {
  const { description = '', targets = [] } = panel;
  const texts = targets.map(queryText);
  return html`<div class="without"><p>${reason}</p>${hasRoom(panel, [description, ...texts]) && html`<p>${description}</p>`}${hasRoom(panel, texts) && texts.map(code)}</div>`;
}

/** Whether texts fit into the panel at 1440 pixels; what does not, the list below the dashboard alone has them. */
function hasRoom({ gridPos: { w, h } }: PanelJson, texts: readonly string[]): boolean {
  const perLine = w * 7.4 - 2;
  const lines = texts.flatMap((text) => text.split('\n')).reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / perLine)), texts.length);
  return w >= 6 && lines <= Math.floor((h * 38 - 100) / 17.4);
}
