import type { CheckContext } from '../context.ts';
import { panelCheck } from '../panel-check.ts';
import { targetsOf } from '../panel-targets.ts';

/** Counts and rates of log lines look back by the step or the range of the panel; a fixed window is an alert's, or stands in the title. */
export const queryLogWindow = panelCheck({
  id: 'query-log-window',
  severity: 'warning',
  why: 'a fixed window leaves lines out, or counts them twice, as soon as the range is another than the one it was written for',
  *run(panel, context) {
    const windows = alertWindows(context);
    for (const { at, text, language } of targetsOf(panel)) {
      if (language !== 'logql') continue;
      const fixed = [...text.matchAll(/\[(\d+[smhdw])\]/g)].map(([, window = '']) => window);
      const odd = fixed.find((window) => !windows.has(window) && !panel.title.includes(`(${window})`));
      if (odd !== undefined) yield { at, what: `counts over a fixed ${odd}`, fix: `use $__auto for rates and $interval for bars, or say (${odd}) in the title` };
    }
  },
});

/** Windows of the log alerts: a panel that shows what one of them judges has to look as far back. */
function alertWindows({ alerts }: CheckContext): ReadonlySet<string> {
  const rules = alerts.filter(({ artifact }) => artifact.kind === 'alert-rules' && artifact.evaluator === 'loki');
  return new Set(rules.flatMap(({ rule }) => [...rule.expr.matchAll(/\[(\d+[smhdw])\]/g)].map(([, window = '']) => window)));
}
