type Values = Readonly<Record<string, unknown>>;

/** A path by keys: some keys hold dots (`grafana.ini`). */
export type Path = readonly string[];

/** Whether everything below a path is the user's own, or is left to something else than the chart to know. */
export type IsFreeForm = (path: Path) => boolean;

/**
 * The paths at which values set what a chart's defaults do not have, down to the leaves. Lists are compared as a whole:
 * their elements have no defaults. What is below a free-form path is not compared.
 */
export function pathsWithoutDefault(values: Values, defaults: Values, isFreeForm: IsFreeForm): readonly Path[] {
  const walk = (mine: Values, theirs: unknown, at: Path): readonly Path[] =>
    Object.entries(mine).flatMap(([key, value]) => {
      const path = [...at, key];
      if (isFreeForm(path)) return [];
      if (!isMap(theirs) || !Object.hasOwn(theirs, key)) return [path];
      return isMap(value) ? walk(value, theirs[key], path) : [];
    });
  return walk(values, defaults, []);
}

/** How many values there are: everything that is no map, lists counted as one. */
export function countValues(values: unknown): number {
  return isMap(values) ? Object.values(values).reduce<number>((sum, value) => sum + countValues(value), 0) : 1;
}

/** Values over a chart's defaults, as Helm lays them: maps are merged, all else replaces, null removes. */
export function overDefaults(values: Values, defaults: Values): Values {
  const merged: Record<string, unknown> = { ...defaults };
  for (const [key, value] of Object.entries(values)) {
    const theirs = merged[key];
    if (value === null) delete merged[key];
    else merged[key] = isMap(value) ? overDefaults(value, isMap(theirs) ? theirs : {}) : value;
  }
  return merged;
}

function isMap(value: unknown): value is Values {
  return value !== null && typeof value === 'object' && !Array.isArray(value);
}
