import { promqlExpression } from '@bud-o11y/model';
import type { CheckContext } from './context.ts';
import type { PanelView } from './dashboard-view.ts';
import { objectOf, objectsOf } from './json-view.ts';
import { propertiesOf } from './panel-fields.ts';
import { targetsOf } from './panel-targets.ts';
import { type Condition, conditionsOf, shownBy } from './quantity.ts';

/** A condition of an alert on what a panel shows, its bound as the panel shows it, and whether the panel changes colour there. */
export interface ShownCondition extends Condition {
  readonly alert: string;
  /** Place of the query: `panel 11 (…) target A`. */
  readonly at: string;
  readonly isDrawn: boolean;
}

const byContext = new WeakMap<CheckContext, ReadonlyMap<string, readonly (Condition & { readonly alert: string })[]>>();

/** The conditions of a bundle's metric alerts, by what they measure. */
function conditionsIn(context: CheckContext): ReadonlyMap<string, readonly (Condition & { readonly alert: string })[]> {
  const known = byContext.get(context);
  if (known !== undefined) return known;
  const all = context.alerts.filter(({ artifact }) => artifact.kind === 'alert-rules' && artifact.evaluator !== 'loki').flatMap(({ name, rule }) => {
    const expression = promqlExpression(rule.expr);
    return expression === undefined ? [] : conditionsOf(expression).map((condition) => ({ ...condition, alert: name }));
  });
  const found = Map.groupBy(all, ({ quantity }) => quantity);
  byContext.set(context, found);
  return found;
}

/** The alerts that judge what the queries of a panel show. */
export function conditionsOn(panel: PanelView, context: CheckContext): readonly ShownCondition[] {
  return targetsOf(panel).flatMap((target) => {
    if (target.expression === undefined || target.isExemplar) return [];
    const { quantities, factor } = shownBy(target.expression);
    const conditions = quantities.flatMap((quantity) => conditionsIn(context).get(quantity) ?? []).map((condition) => ({ ...condition, bound: condition.bound * factor }));
    if (conditions.length === 0 || !(factor > 0)) return [];
    const steps = propertiesOf(panel, target, 'thresholds').flatMap((thresholds) => objectsOf(objectOf(thresholds)['steps'])).map(({ value }) => value);
    return conditions.map((condition) => ({ ...condition, at: target.at, isDrawn: steps.some((step) => typeof step === 'number' && marks(step, condition)) }));
  });
}

/** Colours begin at a number, so that "equals n" and "more than 0" end or begin at the next value. */
function marks(step: number, { operator, bound }: Condition): boolean {
  // Scaled bounds carry the error of their multiplication.
  if (Math.abs(step - bound) <= 1e-6 * Math.abs(bound)) return true;
  if (operator === '==' || operator === '!=') return step === bound + 1;
  return operator === '>' && bound === 0 && step > 0 && step <= 1;
}
