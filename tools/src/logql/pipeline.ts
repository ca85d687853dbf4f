import type { LogEntry } from '@bud-o11y/alerts';
import { extractJson } from './json-stage.ts';
import { type Filtered, filterLabels } from './label-filter.ts';
import { labelKey, matches } from './match.ts';
import type { RangeExpression, Stage } from './syntax.ts';

/** A line that has passed selector and pipeline, by the labels that it then has. */
export interface Passed {
  readonly atMs: number;
  readonly labels: Readonly<Record<string, string>>;
  /** Equal for equal labels. */
  readonly key: string;
}

/** The lines that a range expression counts, in the order given. */
export function passing({ selector, stages }: Pick<RangeExpression, 'selector' | 'stages'>, entries: readonly LogEntry[]): readonly Passed[] {
  return entries.filter(({ stream }) => selector.every((matcher) => matches(matcher, stream))).flatMap((entry) => {
    const labels = stages.reduce<Filtered>((kept, stage) => (kept === undefined ? undefined : apply(stage, entry, kept)), entry.stream);
    return labels === undefined ? [] : [{ atMs: entry.atMs, labels, key: labelKey(labels) }];
  });
}

function apply(stage: Stage, { text, stream }: LogEntry, labels: Readonly<Record<string, string>>): Filtered {
  if (stage.kind === 'filter') return filterLabels(stage.filter, labels);
  if (stage.kind === 'json') return extractJson(stage.fields, text, labels, stream);
  const contains = stage.operator === '|=' || stage.operator === '!=' ? text.includes(stage.value) : new RegExp(stage.value).test(text);
  return contains === stage.operator.startsWith('|') ? labels : undefined;
}
