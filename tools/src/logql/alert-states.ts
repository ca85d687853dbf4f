import { fillTemplate } from '@bud-o11y/alerts';
import { type RuleData, durationMs } from '@bud-o11y/model';
import { type LabelSet, labelKey } from './match.ts';
import type { Sample } from './window.ts';

/** An alert that is firing, as Alertmanager would get it. */
export interface FiringAlert {
  readonly labels: LabelSet;
  readonly annotations: LabelSet;
  readonly value: number;
}

interface State {
  readonly sample: Sample;
  readonly activeAt: number;
  readonly firing: boolean;
  /** When the condition of a firing alert ended, while `keep_firing_for` holds it up. */
  readonly endedAt?: number;
}

/**
 * What a ruler makes of a rule that it evaluates from the start every `stepMs`: the alerts that fire after each evaluation,
 * in order. `for` counts from the first evaluation that yields a sample, `keep_firing_for` from the first that does not.
 */
export function alertStates(rule: RuleData, evaluate: (atMs: number) => readonly Sample[], stepMs: number, untilMs: number): readonly (readonly FiringAlert[])[] {
  let states: ReadonlyMap<string, State> = new Map();
  return Array.from({ length: Math.floor(untilMs / stepMs) + 1 }, (_, step) => {
    states = next(states, evaluate(step * stepMs), step * stepMs, rule);
    return [...states.values()].filter(({ firing }) => firing).map(({ sample }) => filled(rule, sample));
  });
}

function next(before: ReadonlyMap<string, State>, samples: readonly Sample[], now: number, rule: RuleData): ReadonlyMap<string, State> {
  const [hold, keep] = [durationMs(rule.for ?? '0s') ?? 0, durationMs(rule.keep_firing_for ?? '0s') ?? 0];
  const states = new Map<string, State>();
  for (const sample of samples) {
    const key = labelKey(sample.labels);
    const activeAt = before.get(key)?.activeAt ?? now;
    states.set(key, { sample, activeAt, firing: before.get(key)?.firing === true || now - activeAt >= hold });
  }
  for (const [key, state] of before) {
    const endedAt = state.endedAt ?? now;
    if (!states.has(key) && state.firing && now - endedAt < keep) states.set(key, { ...state, endedAt });
  }
  return states;
}

function filled(rule: RuleData, { labels, value }: Sample): FiringAlert {
  const fill = (texts: LabelSet = {}): LabelSet => Object.fromEntries(Object.entries(texts).map(([name, text]) => [name, fillTemplate(text, labels, value)]));
  return { labels: { ...labels, ...fill(rule.labels), alertname: rule.alert ?? '' }, annotations: fill(rule.annotations), value };
}
