import type { Alert } from '@bud-o11y/alerts';
import { severities } from '@bud-o11y/model';
import { type Burn, type ServiceLevel, burnLimit, burns } from '@bud-o11y/rules';
import { type RunbookParts, list, percent, steps } from './page.ts';
import type { SloWords } from './words.ts';

/** The pages of an objective's two burn alerts: what is the same for every objective is written once, here. */
export function burnRunbook(alert: Alert, slo: ServiceLevel, { subject, bad, impact, firstSteps, commands, logql, diagnosis, mitigation, falsePositives }: SloWords): RunbookParts {
  const pace = alert.severity === 'critical' ? 'page' : 'ticket';
  const [first, second] = burns[pace];
  const share = (burn: Burn): string => `${burn.factor} times too fast over ${burn.long} and still over ${burn.short}, which takes more than ${percent(burnLimit(slo, burn.factor))} of requests ${bad}`;
  return {
    Meaning: [`${subject} spends its 30-day budget (objective ${percent(slo.objective)}, so ${percent(slo.budget)} may be requests ${bad}) ${pace === 'page' ? 'at a rate to be paged for' : 'too fast to last'}: ${share(first)}; or ${share(second)}.`],
    Impact: [impact[pace]],
    'First 5 minutes': [
      steps([...firstSteps[pace], 'How much budget is left: the panel next to the one that the alert opens.']),
      ...(pace === 'page' ? [shell(commands)] : []),
      `\`\`\`promql\n${slo.ratio(first.long).text}\n  and ${slo.ratio(first.short).text}\n\`\`\``,
      `\`\`\`logql\n${logql}\n\`\`\``,
    ],
    Diagnosis: [list(diagnosis[pace])],
    Mitigation: [list(mitigation[pace])],
    Escalation: [pace === 'page'
      ? `No cause after 15 minutes, or no improvement after 30: open an incident in \`#incidents\` and call the lead of team ${alert.team}; after 30 minutes the engineering manager too.`
      : `Nobody of team ${alert.team} answers within the hour, or it grows into a ${severities.critical.priority}: call who is on call. Once it is known that it can wait, the work itself belongs in working hours.`],
    'False positives': [list(falsePositives)],
  };
}

function shell(commands: readonly string[]): string {
  return ['```sh', 'OBS=observability APPS=bud RELEASE=bud   # where k8s_cluster is bud-production; append -staging or -dev to all three elsewhere', ...commands, '```'].join('\n');
}
