import { type Artifact, type Environment, type RuleData, type RuleFileData, artifactId, seconds } from '@bud-o11y/model';
import type { Duration } from '@bud-o11y/model';
import { renderRules } from '@bud-o11y/rules';
import type { AnsweredSeries, Store } from './store.ts';
import type { Segment } from './timeline.ts';

/** A rule and how often its group is evaluated, in seconds. */
export interface TimedRule {
  readonly rule: RuleData;
  readonly every: number;
}

/** The rules of a generated file. */
export function timedRules({ groups: [group] }: RuleFileData): readonly TimedRule[] {
  return group.rules.map((rule) => ({ rule, every: seconds(group.interval as Duration) }));
}

/**
 * Evaluates the generated recording rules one after the other and writes what they yield, so that each finds the series of
 * those before it, as in a ruler. @throws Error when the engine refuses a rule.
 */
export async function writeRecordings(store: Store, environment: Environment, segments: readonly Segment[]): Promise<void> {
  for (const { rule, every } of inOrder(renderRules(environment)).flatMap(({ data }) => timedRules(data))) {
    const found = (await Promise.all(segments.map((segment) => evaluate(store, rule.expr, segment, every)))).flat();
    const merged = Map.groupBy(found, ({ labels: { __name__, ...labels } }) => JSON.stringify({ ...labels, ...rule.labels, __name__: rule.record ?? '' }));
    await store.write([...merged].map(([key, pieces]) => ({ labels: JSON.parse(key) as Record<string, string>, samples: pieces.flatMap(({ points }) => points) })));
  }
}

/** What an expression yields each time its group is evaluated within a segment. @throws Error when the engine refuses it. */
export async function evaluate(store: Store, expr: string, { from, to, every }: Segment, interval: number): Promise<readonly AnsweredSeries[]> {
  const answer = await store.query(expr, { from, to, step: Math.max(every, interval) });
  if ('error' in answer) throw new Error(`${answer.error}, in the rule ${expr}`);
  return answer.series;
}

/** Files after those that they need. */
function inOrder<File extends Artifact>(files: readonly File[]): readonly File[] {
  const placed: File[] = [];
  const rest = [...files];
  while (rest.length > 0) {
    const next = rest.findIndex(({ needs }) => !rest.some((other) => needs.includes(artifactId(other))));
    placed.push(...rest.splice(Math.max(0, next), 1));
  }
  return placed;
}
