import { addImport, addToList } from '../edit-index.ts';
import { constantName, requireName } from '../names.ts';
import { type Tree, readText, writeNew } from '../tree.ts';
import { checkFile, checkPage, checkSpec } from './files.ts';

const index = 'packages/checks/src/index.ts';

/** What `nx g @bud-o11y/tools:check` is asked. */
export interface CheckOptions {
  /** Id. */
  readonly name: string;
}

/** Writes a check that finds artifacts without a name, ready to be edited: file, spec, page, index lines. */
export default async function generateCheck(tree: Tree, { name: id }: CheckOptions): Promise<void> {
  const text = readText(tree, index);
  requireName('check', id, [...text.matchAll(/'\.\/checks\/([a-z0-9-]+)\.ts'/g)].map(([, other = '']) => other));
  const name = constantName(id);
  writeNew(tree, `packages/checks/src/checks/${id}.ts`, checkFile(id));
  writeNew(tree, `packages/checks/src/checks/${id}.spec.ts`, checkSpec(id));
  writeNew(tree, `docs/checks/${id}.md`, checkPage(id));
  tree.write(index, addToList(addImport(text, { name, specifier: `./checks/${id}.ts` }), 'export const checks = [', name));
}
