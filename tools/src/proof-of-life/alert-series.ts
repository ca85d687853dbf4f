import { renderAlerts } from '@bud-o11y/alerts';
import { type AlertRulesArtifact, type Environment, type RuleData, durationMs, metrics } from '@bud-o11y/model';
import type { Entity } from './entities.ts';
import { type TimedRule, evaluate, timedRules } from './record.ts';
import type { WrittenSeries } from './remote-write.ts';
import type { AnsweredSeries, Store } from './store.ts';
import type { Segment } from './timeline.ts';

/** Evaluates the generated alert rules within a segment and writes the `ALERTS` series that a ruler would. */
export async function writeAlerts(store: Store, environment: Environment, segment: Segment): Promise<void> {
  for (const { rule, every } of evaluable(environment)) {
    const found = await evaluate(store, rule.expr, segment, every);
    await store.write(found.flatMap((series) => alertSeries(rule, every, series)));
  }
}

/** Alerts over metrics, and those over logs that look at no log: a dead man's switch is the same in both languages. */
function evaluable(environment: Environment): readonly TimedRule[] {
  const files = renderAlerts(environment).filter((artifact): artifact is AlertRulesArtifact => artifact.kind === 'alert-rules');
  return files.flatMap(({ data, evaluator, queries }) => timedRules(data).filter((_rule, index) => evaluator !== 'loki' || queries[index]?.query.selectors.length === 0));
}

/** One series while the alert is pending and one while it fires, from the moments at which its expression yields a value. */
export function alertSeries(rule: RuleData, every: number, { labels: { __name__: _name, ...labels }, points }: AnsweredSeries): readonly WrittenSeries[] {
  const holdSeconds = (durationMs(rule.for ?? '0s') ?? 0) / 1_000;
  const states = { pending: [] as number[], firing: [] as number[] };
  let since = Number.NaN;
  let last = Number.NaN;
  for (const [at] of points) {
    if (!(at - last <= every)) since = at;
    last = at;
    states[at - since >= holdSeconds ? 'firing' : 'pending'].push(at);
  }
  const own: Entity = { ...labels, ...filledIn(rule.labels ?? {}, labels), alertname: rule.alert ?? '' };
  return Object.entries(states)
    .filter(([, moments]) => moments.length > 0)
    .map(([alertstate, moments]) => ({ labels: { ...own, __name__: metrics.firingAlerts.metric, alertstate }, samples: moments.map((at) => [at, 1] as const) }));
}

/** Alert labels hold no other template than a label of the series. */
function filledIn(ruleLabels: Entity, labels: Entity): Entity {
  return Object.fromEntries(Object.entries(ruleLabels).map(([name, text]) => [name, text.replace(/\{\{ \$labels\.(\w+) \}\}/g, (_all, label: string) => labels[label] ?? '')]));
}
