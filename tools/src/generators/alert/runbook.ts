import { type RunbookHeading, runbookHeadings, runbookPlaceholders, severities } from '@bud-o11y/model';
import type { AlertOptions } from './generate.ts';

/** A runbook with the parts that every runbook has, and in each what belongs there. `check` refuses the page until all of that is replaced. */
export function runbook({ name, severity }: AlertOptions): string {
  const { priority, responseTime } = severities[severity];
  const parts = runbookHeadings.map((heading) => `## ${heading}\n\n${body(heading)}\n`);
  return `# ${name}\n\nPriority ${priority}, answer within ${responseTime}. Team platform.\n\n${parts.join('\n')}`;
}

function body(heading: RunbookHeading): string {
  const placeholder = runbookPlaceholders[heading];
  if (heading === 'First 5 minutes') return `1. ${placeholder}\n2. The query that answers it:\n\n\`\`\`promql\nsum by (job) (up{job="budapp"})\n\`\`\``;
  return ['Diagnosis', 'Mitigation', 'False positives'].includes(heading) ? `- ${placeholder}` : placeholder;
}
