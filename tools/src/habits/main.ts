// `.husky/<hook>` runs this with the hook's name. A hook is a convenience: CI runs the same and is the law.
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { gitIn } from './git.ts';
import { nx, nxBuilds } from './nx.ts';
import { preCommit } from './pre-commit.ts';
import { pushBase } from './pre-push.ts';

const root = join(import.meta.dirname, '../../..');
const git = gitIn(root, process.env);

const hooks: Readonly<Record<string, () => Promise<void>>> = {
  'pre-commit': async () => {
    const staged = await preCommit(git, nxBuilds(root));
    if (staged.length > 0) process.stderr.write(`pre-commit: staged what the build changed (${staged.length} files)\n`);
  },
  'pre-push': async () => {
    const base = await pushBase(await text(process.stdin), git, 'main');
    if (base === 'nothing') return;
    const targets = ['-t', 'typecheck', 'lint', 'test'];
    await nx(root, base === 'all' ? ['run-many', ...targets] : ['affected', ...targets, `--base=${base.base}`, '--head=HEAD'], 'inherit');
  },
};

const hook = hooks[process.argv[2] ?? ''];
if (hook === undefined) {
  process.stderr.write(`habits: name one of: ${Object.keys(hooks).join(', ')}\n`);
  process.exitCode = 1;
} else {
  await hook().catch((thrown: unknown) => {
    process.stderr.write(`${thrown instanceof Error ? thrown.message : String(thrown)}\n`);
    process.exitCode = 1;
  });
}
