import { dashboardCheck } from '../panel-check.ts';
import { variableUses } from '../variable-uses.ts';

/** No variable is looked up by itself, directly or by way of others. */
export const dashboardVariableCycle = dashboardCheck({
  id: 'dashboard-variable-cycle',
  severity: 'error',
  why: 'Grafana waits for each of them to be filled first: the drop-downs stay empty, and so do the panels',
  *run(view) {
    const needs = Map.groupBy(variableUses(view).filter(({ inside }) => inside !== undefined), ({ inside }) => inside);
    const told = new Set<string>();
    for (const { name } of view.variables) {
      const circle = wayBack(name, name, (of) => needs.get(of)?.map((use) => use.name) ?? [], new Set());
      if (circle === undefined || circle.some((member) => told.has(member))) continue;
      circle.forEach((member) => told.add(member));
      yield { at: `variable ${name}`, what: `needs itself: ${[...circle, name].map((member) => `$${member}`).join(' -> ')}`, fix: 'look one of them up without the others' };
    }
  },
});

/** The variables on the way from one back to itself, it first; undefined where there is none. */
function wayBack(from: string, to: string, needsOf: (name: string) => readonly string[], seen: Set<string>): readonly string[] | undefined {
  for (const next of needsOf(from)) {
    if (next === to) return [from];
    if (seen.has(next)) continue;
    seen.add(next);
    const rest = wayBack(next, to, needsOf, seen);
    if (rest !== undefined) return [from, ...rest];
  }
  return undefined;
}
