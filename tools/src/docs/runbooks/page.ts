import type { Alert } from '@bud-o11y/alerts';
import { type RunbookHeading, runbookHeadings, severities } from '@bud-o11y/model';

/** Paragraphs by part. */
export type RunbookParts = Readonly<Record<RunbookHeading, readonly string[]>>;

/** A runbook page; `source` is what to edit instead. */
export function runbookPage({ id, severity, team }: Alert, source: string, parts: RunbookParts): string {
  const { priority, responseTime } = severities[severity];
  return `${[
    `# ${id}`,
    `Priority ${priority}, ${severity === 'info' ? responseTime : `answer within ${responseTime}`}. Team ${team}. Generated from ${source} by \`npx nx run tools:build\`: edit that, not this.`,
    ...runbookHeadings.flatMap((heading) => [`## ${heading}`, ...parts[heading]]),
  ].join('\n\n')}\n`;
}

export function list(items: readonly string[]): string {
  return items.map((item) => `- ${item}`).join('\n');
}

export function steps(items: readonly string[]): string {
  return items.map((item, index) => `${index + 1}. ${item}`).join('\n');
}

/** A ratio as people say it: `99.5%`. */
export function percent(ratio: number): string {
  return `${Number((ratio * 100).toFixed(4))}%`;
}
