import { canBeBad } from './limits.ts';
import type { Observation } from './observe.ts';
import type { Scenario } from './scenario.ts';
import { healthy } from './scenarios.ts';

/** One thing that the proof found wrong: where (`platform-overview: panel 1 Firing pages target A (All)`), and what. */
export interface Fault {
  readonly where: string;
  readonly kind: 'undeclared' | 'failing';
  readonly what: string;
}

/** What the scenarios say about a set of dashboards. */
export interface Verdict {
  /** Distinct queries, by place and selection; each was run in every scenario. */
  readonly queries: number;
  readonly runs: number;
  /** Queries that are empty while all is well and say why; by place. */
  readonly declared: ReadonlyMap<string, string>;
  /** Panels with a colour that asks for attention, and those of them that no scenario makes show it. */
  readonly judged: number;
  readonly calm: readonly string[];
  readonly faults: readonly Fault[];
}

/** Place of a query for people: its dashboard, then where it stands there. */
export function placeOf({ uid, at }: Pick<Observation, 'uid' | 'at'>): string {
  return `${uid}: ${at}`;
}

/** Judges what was observed in all scenarios. `declarations` gives the reasons for emptiness by place. */
export function judge(observations: readonly Observation[], declarations: ReadonlyMap<string, string>, scenarios: readonly Scenario[]): Verdict {
  const queries = [...Map.groupBy(observations, (one) => `${placeOf(one)} (${one.selection})`)];
  const panels = Map.groupBy(observations.filter(({ panel, selection }) => panel !== undefined && selection === 'All'), ({ uid, panel }) => panelKey(uid, panel?.id ?? 0));
  const judged = [...panels].filter(([, of]) => of.some(({ panel }) => canBeBad(panel?.limits ?? [])));
  const isEmptyByDeclaration = (one: Observation): boolean => one.scenario === healthy.name && !one.hasData && declarations.has(placeOf(one));
  return {
    queries: queries.length,
    runs: observations.length,
    declared: new Map(observations.filter(isEmptyByDeclaration).map((one) => [placeOf(one), declarations.get(placeOf(one)) ?? ''])),
    judged: judged.length,
    calm: judged.filter(([, of]) => !of.some(({ panel }) => panel?.isBad === true)).map(([where]) => where),
    faults: [
      ...queries.flatMap(([where, of]) => faultsOf(where, of, declarations)),
      ...alarms(observations),
      ...scenarios.flatMap((scenario) => uncrossed(scenario, panels)),
    ],
  };
}

function panelKey(uid: string, id: number): string {
  return `${uid}: panel ${id}`;
}

/** What is wrong with one query, from its observations in all scenarios. */
function faultsOf(where: string, of: readonly Observation[], declarations: ReadonlyMap<string, string>): readonly Fault[] {
  const failing = (what: string): readonly Fault[] => [{ where, kind: 'failing', what }];
  const refused = of.find(({ error }) => error !== undefined);
  if (refused !== undefined) return failing(`the engine refuses it: ${refused.error}`);
  if (!of.some(({ hasData }) => hasData)) return failing('no data in any scenario');
  const [first = [], ...others] = of.map(({ unmatched }) => unmatched);
  const never = first.filter((selector) => others.every((list) => list.includes(selector)));
  if (never.length > 0) return failing(`no scenario has a series for ${never.join(', ')}`);
  const well = of.find(({ scenario }) => scenario === healthy.name);
  const isDeclared = well !== undefined && declarations.has(placeOf(well));
  if (well?.hasData === false && !isDeclared) return [{ where, kind: 'undeclared', what: 'empty when healthy; mend the query, or give its target emptyWhenHealthy' }];
  return well?.hasData === true && isDeclared ? failing('it declares emptyWhenHealthy and has data: remove the declaration') : [];
}

/** Panels that alarm while nothing is wrong. */
function alarms(observations: readonly Observation[]): readonly Fault[] {
  return observations
    .filter(({ scenario, panel }) => scenario === healthy.name && panel?.isBad === true)
    .map((one) => ({ where: `${placeOf(one)} (${one.selection})`, kind: 'failing', what: 'orange or red while nothing is wrong' }));
}

/** Panels that a scenario names and that stay calm in it. */
function uncrossed({ name, crosses }: Scenario, panels: ReadonlyMap<string, readonly Observation[]>): readonly Fault[] {
  return Object.entries(crosses).flatMap(([uid, ids]) => ids.flatMap((id): readonly Fault[] => {
    const where = panelKey(uid, id);
    const seen = panels.get(where)?.filter(({ scenario }) => scenario === name) ?? [];
    return seen.some(({ panel }) => panel?.isBad === true) ? [] : [{ where, kind: 'failing', what: `crosses no threshold in the scenario ${name}` }];
  }));
}
