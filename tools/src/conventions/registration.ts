import { basename, dirname, relative } from 'node:path';
import { filesBelow, textOf } from './workspace.ts';

/** A kind of thing that lives in one file each and in one line of an index. */
export interface Registered {
  readonly kind: string;
  /** Folder whose files are the things. */
  readonly folder: string;
  /** Which files of the folder are one; the others are parts of them. */
  readonly file: RegExp;
  readonly index: string;
  /** The index exports each file whole, and the list is made of its exports. */
  readonly isExported?: true;
}

/** Everything that the README's "Where do I add…" table promises to be one file and one index line. */
export const registered: readonly Registered[] = [
  { kind: 'alert', folder: 'packages/alerts/src/alerts', file: /^[a-z]+\/[A-Z]\w*\.ts$/, index: 'packages/alerts/src/alerts/index.ts', isExported: true },
  { kind: 'dashboard', folder: 'packages/dashboards/src/dashboards', file: /^[a-z0-9-]+\/index\.ts$/, index: 'packages/dashboards/src/index.ts' },
  { kind: 'environment', folder: 'packages/model/src/environments', file: /^[a-z0-9-]+(?<!index)\.ts$/, index: 'packages/model/src/environments/index.ts' },
  { kind: 'check', folder: 'packages/checks/src/checks', file: /^[a-z-]+\.ts$/, index: 'packages/checks/src/index.ts' },
  { kind: 'recording-rule group', folder: 'packages/rules/src/groups', file: /^[a-z0-9-]+\.ts$/, index: 'packages/rules/src/index.ts' },
];

/** Repository paths of the things of a kind. */
export function thingsOf({ folder, file }: Registered): readonly string[] {
  return filesBelow(folder).filter((path) => !path.endsWith('.spec.ts') && file.test(relative(folder, path)));
}

/** What must be added to the index so that the thing is used. */
export function missingLines(kind: Registered): readonly string[] {
  const index = textOf(kind.index);
  return thingsOf(kind).flatMap((path) => {
    const specifier = `./${relative(dirname(kind.index), path)}`;
    if (kind.isExported) return index.includes(`export * from '${specifier}';\n`) ? [] : [`${path} is not used: add export * from '${specifier}' to ${kind.index}`];
    const imported = new RegExp(`import \\{ (\\w+) \\} from '${specifier.replaceAll('.', '\\.')}'`).exec(index)?.[1];
    if (imported === undefined) return [`${path} is not used: import it from '${specifier}' in ${kind.index} and add it to the list there`];
    return new RegExp(`^  ${imported},$|[\\[ ]${imported}[,\\]]`, 'm').test(index) ? [] : [`${path} is imported and not used: add ${imported} to the list in ${kind.index}`];
  });
}

/** File name without folder and ending: the thing's id. */
export function idOf(path: string): string {
  return basename(path).replace(/\.\w+$/, '');
}
