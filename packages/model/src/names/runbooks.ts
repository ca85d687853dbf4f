/** The seven parts of a runbook, in the order of the questions that the person on call has. */
export const runbookHeadings = ['Meaning', 'Impact', 'First 5 minutes', 'Diagnosis', 'Mitigation', 'Escalation', 'False positives'] as const;

export type RunbookHeading = (typeof runbookHeadings)[number];

/** What `nx g @bud-o11y/tools:alert` writes into each part, to be replaced: a page that still says it is not written yet. */
export const runbookPlaceholders: Readonly<Record<RunbookHeading, string>> = {
  Meaning: 'What is wrong when this fires, in one sentence that somebody who has just woken up understands.',
  Impact: 'Who notices, and what stops working.',
  'First 5 minutes': 'The question that tells the two usual causes apart.',
  Diagnosis: 'A cause, and how it shows.',
  Mitigation: 'The step that stops the damage, then the one that removes the cause.',
  Escalation: 'Whom to call when that did not help.',
  'False positives': 'When this fires and nothing is wrong.',
};
