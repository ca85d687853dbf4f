/** One place where two documents differ. A side that has nothing there is undefined. */
export interface Difference {
  /** `groups[bud-inference].rules[HighLatency].expr`. */
  readonly at: string;
  readonly before?: unknown;
  readonly after?: unknown;
}

/** Fields by which a person names an item of a list, the strongest first. */
const nameFields = ['uid', 'alert', 'record', 'id', 'name', 'refId', 'title'] as const;

/**
 * Where two parsed documents differ, leaf by leaf. Items of lists are matched by their name where every item of both
 * has one that is its own, so that an inserted item does not make every later one differ; else by position.
 */
export function structuralDiff(before: unknown, after: unknown, at = ''): readonly Difference[] {
  if (Object.is(before, after)) return [];
  if (Array.isArray(before) && Array.isArray(after)) return listDiff(before, after, at);
  if (isRecord(before) && isRecord(after)) {
    return [...new Set([...Object.keys(before), ...Object.keys(after)])].flatMap((key) => structuralDiff(before[key], after[key], at === '' ? key : `${at}.${key}`));
  }
  return [{ at: at === '' ? 'the whole document' : at, ...(before === undefined ? {} : { before }), ...(after === undefined ? {} : { after }) }];
}

function listDiff(before: readonly unknown[], after: readonly unknown[], at: string): readonly Difference[] {
  const field = nameFields.find((name) => isNamed(before, name) && isNamed(after, name));
  if (field === undefined) {
    return Array.from({ length: Math.max(before.length, after.length) }, (_, index) => structuralDiff(before[index], after[index], `${at}[${index}]`)).flat();
  }
  const [old, now] = [byName(before, field), byName(after, field)];
  const kept = [...now.keys()].filter((name) => old.has(name));
  const moved = [...old.keys()].filter((name) => now.has(name)).some((name, index) => kept[index] !== name);
  return [
    ...[...new Set([...old.keys(), ...now.keys()])].flatMap((name) => structuralDiff(old.get(name), now.get(name), `${at}[${name}]`)),
    ...(moved ? [{ at: `order of ${at}`, before: [...old.keys()], after: [...now.keys()] }] : []),
  ];
}

function isNamed(list: readonly unknown[], field: string): boolean {
  const names = list.map((item) => (isRecord(item) ? item[field] : undefined));
  return names.every((name) => typeof name === 'string' || typeof name === 'number') && new Set(names).size === names.length;
}

function byName(list: readonly unknown[], field: string): ReadonlyMap<string, unknown> {
  return new Map(list.map((item) => [String((item as Readonly<Record<string, unknown>>)[field]), item]));
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
