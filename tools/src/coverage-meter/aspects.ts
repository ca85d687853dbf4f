import type { Input } from './inputs.ts';

/** What two lists of inputs do not share: each entry that the other has as well is taken off both. */
export interface Difference {
  readonly first: readonly Input[];
  readonly second: readonly Input[];
}

/**
 * The one aspect in which two cases differ, or undefined where they differ in several. An aspect is: the values of the series
 * of one metric; the presence of series of one metric; or one label of the series, all else being equal. `moment` is for
 * cases whose inputs are the same.
 */
export function oneAspect(first: readonly Input[], second: readonly Input[]): string | undefined {
  const rest = difference(first, second);
  const changed = [...rest.first, ...rest.second];
  const [subject, ...others] = new Set(changed.map((input) => input.subject));
  if (subject === undefined) return 'moment';
  const label = changedLabel(rest);
  if (label !== undefined) return `label ${label}`;
  if (others.length > 0) return undefined;
  if (rest.first.length === 0 || rest.second.length === 0) return `presence of ${subject}`;
  return sameOnes(rest, (input) => [input.subject, input.labels]) ? `values of ${subject}` : undefined;
}

/** What stands in one of two lists and not in the other. */
export function difference(first: readonly Input[], second: readonly Input[]): Difference {
  const left = [...second];
  const only = first.filter((input) => {
    const at = left.findIndex((other) => key(other) === key(input));
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
  return { first: only, second: left };
}

/** The only label whose values tell the two lists apart. */
function changedLabel(rest: Difference): string | undefined {
  if (rest.first.length !== rest.second.length) return undefined;
  const names = new Set([...rest.first, ...rest.second].flatMap(({ labels }) => Object.keys(labels)));
  return [...names].find((name) => sameOnes(rest, ({ labels: { [name]: _dropped, ...labels }, ...input }) => ({ ...input, labels })));
}

function sameOnes({ first, second }: Difference, project: (input: Input) => unknown): boolean {
  const keys = (inputs: readonly Input[]): string => JSON.stringify(inputs.map((input) => key(project(input))).toSorted());
  return keys(first) === keys(second);
}

function key(value: unknown): string {
  return JSON.stringify(value, (_name, part: unknown) => (part !== null && typeof part === 'object' && !Array.isArray(part) ? Object.fromEntries(Object.entries(part).toSorted(([a], [b]) => (a < b ? -1 : 1))) : part));
}
