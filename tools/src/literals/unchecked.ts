/** Parts of classic JSON for which the SDK's `Dashboard` says `any`, or a target without a single field of its own. */
export const anyToSdk: readonly RegExp[] = [
  /\/panels\/\d+\/options$/,
  /\/(?:transformations\/\d+|matcher)\/options$/,
  /\/targets\/\d+$/,
  /\/fieldConfig\/defaults\/custom$/,
  /\/properties\/\d+\/value$/,
  /\/templating\/list\/\d+\/query$/,
];

/** Those for which `ClassicDashboard` still does: what a transformation, a matcher, an override or a variable's query holds depends on a name in it. */
export const anyToUs: readonly RegExp[] = [
  /\/(?:transformations\/\d+|matcher)\/options$/,
  /\/properties\/\d+\/value$/,
  /\/templating\/list\/\d+\/query$/,
];

interface Count {
  readonly all: number;
  readonly unchecked: number;
}

/** How many single values JSON holds, and how many of them lie in a part that no type describes. */
export function countUnchecked(json: unknown, any: readonly RegExp[], path = '', inside = false): Count {
  const here = inside || any.some((part) => part.test(path));
  if (json === null || typeof json !== 'object') return { all: 1, unchecked: here ? 1 : 0 };
  const counts = Object.entries(json).map(([key, value]) => countUnchecked(value, any, `${path}/${key}`, here));
  return { all: sum(counts.map(({ all }) => all)), unchecked: sum(counts.map(({ unchecked }) => unchecked)) };
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
