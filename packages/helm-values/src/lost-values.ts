import type { Problem } from '@bud-o11y/model';
import { load } from 'js-yaml';
import { type ValuesPlace, told } from './value-problems.ts';

/**
 * The values that a text does not hold as they were: null removes a chart's default and 0 switches a part off, and a writer
 * that takes either for nothing changes what is installed.
 */
export function lostValues(values: unknown, text: string, place: ValuesPlace): readonly Problem[] {
  return differences(values, load(text), []).map((path) => ({
    code: 'values-lost',
    severity: 'error',
    where: { file: place.file, path: path.join('.') },
    what: `${told(place)}: ${JSON.stringify(path.reduce<unknown>((value, key) => (value as Readonly<Record<string, unknown>>)[key], values))} does not reach the file`,
    why: 'null takes a default of the chart away and 0 switches a part of it off: lost, the default is back and nobody is told',
    fix: 'repair the writer of the file, packages/model/src/yaml-text.ts',
  }));
}

/** Paths at which what was read differs from what was meant. A key whose value is undefined is no key. */
function differences(meant: unknown, read: unknown, path: readonly string[]): readonly (readonly string[])[] {
  if (meant === null || typeof meant !== 'object') return Object.is(meant, read) || (meant === 0 && read === 0) ? [] : [path];
  if (read === null || typeof read !== 'object' || Array.isArray(meant) !== Array.isArray(read)) return [path];
  return Object.entries(meant)
    .filter(([, value]) => value !== undefined)
    .flatMap(([key, value]) => differences(value, (read as Readonly<Record<string, unknown>>)[key], [...path, key]));
}
