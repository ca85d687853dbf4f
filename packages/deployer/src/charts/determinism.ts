import { objectKey } from '../objects/object-key.ts';
import { structuralDiff } from '../review/structural-diff.ts';
import type { ChartObject } from './documents.ts';

/** Where an object came out differently. Values are left out: what differs each time is often a password. */
export interface Wavering {
  readonly key: string;
  readonly template: string;
  readonly paths: readonly string[];
}

/** The objects that two renderings of the same release do not agree on, in the order of the first. */
export function wavering(first: readonly ChartObject[], second: readonly ChartObject[]): readonly Wavering[] {
  const [before, after] = [byKey(first), byKey(second)];
  return [...new Set([...before.keys(), ...after.keys()])].flatMap((key): Wavering[] => {
    const [one, other] = [before.get(key), after.get(key)];
    const template = (one ?? other)?.template ?? '';
    if (one === undefined || other === undefined) return [{ key, template, paths: ['the whole object'] }];
    const paths = structuralDiff(one.object, other.object).map(({ at }) => at);
    return paths.length === 0 ? [] : [{ key, template, paths }];
  });
}

function byKey(objects: readonly ChartObject[]): ReadonlyMap<string, ChartObject> {
  return new Map(objects.map((entry) => [objectKey(entry.object), entry]));
}
