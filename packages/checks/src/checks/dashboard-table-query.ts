import type { Expression } from '@bud-o11y/model';
import { valuesOf } from '../cardinality.ts';
import type { CheckContext } from '../context.ts';
import { panelCheck } from '../panel-check.ts';
import { type TargetView, targetsOf } from '../panel-targets.ts';

const mostRows = 100;
const choosers: ReadonlySet<string> = new Set(['topk', 'bottomk', 'limitk']);

/** Tables ask once, for rows of a table, and for no more of them than are read. */
export const dashboardTableQuery = panelCheck({
  id: 'dashboard-table-query',
  severity: 'error',
  why: 'a table of a range query shows every step of every series: the browser stands still, and the answer is on page 40',
  *run(panel, context) {
    if (panel.type !== 'table') return;
    for (const target of targetsOf(panel)) {
      if (target.language === 'promql' && (target.json['instant'] !== true || target.json['format'] !== 'table')) yield { at: target.at, what: 'asks for a range, or for no table', fix: 'set instant to true and format to table' };
      if (target.language === 'logql' && target.json['queryType'] !== 'instant') yield { at: target.at, what: 'asks for a range', fix: 'set queryType to instant' };
      if (!isLimited(target, context)) yield { at: target.at, what: `can have more than ${mostRows} rows`, fix: 'choose the rows that matter: topk(20, …), or a limit for traces' };
    }
  },
});

function isLimited({ language, text, expression, json }: TargetView, context: CheckContext): boolean {
  if (language === 'traceql') return typeof json['limit'] === 'number' && json['limit'] <= mostRows;
  if (language === 'logql') return /^\s*(?:topk|bottomk|limitk|approx_topk)\b/.test(text);
  return expression === undefined || isChosen(expression) || rowsOf(expression, context) <= mostRows;
}

function isChosen(expression: Expression): boolean {
  if (expression.kind === 'call') return expression.arguments.some(isChosen);
  return expression.kind === 'aggregation' && choosers.has(expression.name);
}

/** One row per combination of label values, by the catalog; without bound where the labels cannot be told. */
function rowsOf(expression: Expression, { labelsOf, recordings }: CheckContext): number {
  const labels = labelsOf(expression);
  if (labels === 'scalar') return 1;
  return labels === undefined ? Number.POSITIVE_INFINITY : [...labels].reduce((rows, label) => rows * valuesOf(label, expression, recordings), 1);
}
