import { addImport, addToList } from '../edit-index.ts';
import { constantName, requireName } from '../names.ts';
import { type Tree, readText, writeNew } from '../tree.ts';

const folder = 'packages/model/src/environments';
const index = `${folder}/index.ts`;

/** What `nx g @bud-o11y/tools:environment` is asked. */
export interface EnvironmentOptions {
  readonly name: string;
}

/** Writes an environment with the sizes of `dev` and names of its own, ready to be edited: file and index lines. */
export default async function generateEnvironment(tree: Tree, { name }: EnvironmentOptions): Promise<void> {
  const text = readText(tree, index);
  requireName('environment', name, [...text.matchAll(/'\.\/([a-z0-9-]+)\.ts'/g)].map(([, other = '']) => other));
  const constant = constantName(name);
  writeNew(tree, `${folder}/${name}.ts`, environmentFile(readText(tree, `${folder}/dev.ts`), name, constant));
  tree.write(index, addToList(addImport(text, { name: constant, specifier: `./${name}.ts` }), 'export const environmentInputs = [', constant));
}

function environmentFile(dev: string, name: string, constant: string): string {
  return dev
    .replace(/^\/\*\*.*\*\/\nexport const dev = /m, `/** What this environment is for, and who is paged. */\nexport const ${constant} = `)
    .replace(/^( {2}description: ).*$/m, `$1'What ${name} is for, and who is paged.',`)
    // The profile is one of a closed list, and `dev` is the one that is meant.
    .replaceAll(/(?<!^ {2}profile: ')\bdev\b/gm, name);
}
