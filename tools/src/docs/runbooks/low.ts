import { type Alert, alertThreshold } from '@bud-o11y/alerts';
import { type Query, environmentNamed, metricsRead } from '@bud-o11y/model';
import type { ServiceLevel } from '@bud-o11y/rules';
import { type RunbookParts, list, percent, steps } from './page.ts';

/** The page of an alert on what is left of budgets: one alert covers every objective whose budget its series holds. */
export function lowRunbook(alert: Alert, query: Query, slos: readonly ServiceLevel[]): RunbookParts {
  const threshold = percent(alertThreshold(alert, environmentNamed('production')) ?? Number.NaN);
  const [series = ''] = metricsRead(query);
  return {
    Meaning: [`Less than ${threshold} of a 30-day budget is left; the label \`slo\` says which: ${slos.map(({ id, objective, indicator }) => `\`${id}\` (${percent(objective)} ${indicator})`).join(', ')}. Below 0 it is overspent.`],
    Impact: ['None at the moment. The next incident of the month misses the objective.'],
    'First 5 minutes': [steps(['Read the budget panel: one big step or a slow slope?', 'Agree with the owners which changes wait.']), `\`\`\`promql\n${query.text}\n\`\`\``, `\`\`\`promql\nsort(${series})\n\`\`\``],
    Diagnosis: [list(['One step: the incident is known; its post-mortem should be under way.', 'A slope: see the runbook of the slow burn alert of the same objective.'])],
    Mitigation: [list([`Hold risky changes until ${threshold} is left again.`, 'If it is always low, the objective or the capacity is wrong: decide which.'])],
    Escalation: [`None. Team ${alert.team} puts it on its list for the next business day.`],
    'False positives': [list(['The first 30 days: the window holds only what there is, so an early incident weighs much.'])],
  };
}
