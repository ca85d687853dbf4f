import type { DashboardJson, VariableJson } from './dashboard-json.ts';
import { type Chosen, interpolate, literal } from './interpolate.ts';
import type { PanelTime } from './grafana-time.ts';
import type { Stage } from './stage.ts';

/** How the reader of a dashboard has set its variables. */
export const selections = ['All', 'one value'] as const;
export type Selection = (typeof selections)[number];

/** What a look-up of a dashboard found. */
export interface LookedUp {
  readonly at: string;
  readonly values: readonly string[];
}

/** The variables of a dashboard in one selection, chained from left to right as Grafana fills them. */
export async function choose({ store }: Pick<Stage, 'store'>, { templating }: DashboardJson, selection: Selection, time: PanelTime): Promise<{ readonly chosen: Chosen; readonly lookedUp: readonly LookedUp[] }> {
  const chosen = new Map<string, string>();
  const lookedUp: LookedUp[] = [];
  for (const variable of templating.list) {
    const lookup = lookupOf(variable);
    if (lookup === undefined) continue;
    const values = (await store.labelValues(lookup.label, interpolate(lookup.selector, chosen, time), time.from, time.to)).toSorted();
    lookedUp.push({ at: `variable ${variable.name}`, values });
    chosen.set(variable.name, selection === 'All' ? (variable.allValue ?? '.+') : literal(values[0] ?? ''));
  }
  return { chosen, lookedUp };
}

/** `label_values(selector, label)` of a variable; undefined for those that look nothing up. */
function lookupOf({ type, definition }: VariableJson): { readonly selector: string; readonly label: string } | undefined {
  const [, selector, label] = /^label_values\((.+),\s*(\w+)\)$/.exec(definition ?? '') ?? [];
  return type === 'query' && selector !== undefined && label !== undefined ? { selector, label } : undefined;
}
