import { severities } from '@bud-o11y/model';
import type { AlertOptions } from './generate.ts';

/** A runbook with the parts that every runbook has, in the order of the questions that the person on call has. */
export function runbook({ name, severity }: AlertOptions): string {
  const { priority, responseTime } = severities[severity];
  return `# ${name}

Priority ${priority}, answer within ${responseTime}. Team platform.

## Meaning

What is wrong when this fires, in one sentence that somebody who has just woken up understands.

## Impact

Who notices, and what stops working.

## First 5 minutes

1. The question that tells the two usual causes apart.
2. The query that answers it:

\`\`\`promql
sum by (job) (up{job="budapp"})
\`\`\`

## Diagnosis

- A cause, and how it shows.

## Mitigation

- The step that stops the damage, then the one that removes the cause.

## Escalation

Whom to call when that did not help.

## False positives

- When this fires and nothing is wrong.
`;
}
