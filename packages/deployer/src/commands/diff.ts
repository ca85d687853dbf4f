import { canonicalJson, exitCodes, type ExitCode, readEnvironment } from '@bud-o11y/model';
import type { Host } from '../host.ts';
import { countText } from '../report/count-text.ts';
import { reviewText } from '../report/review-text.ts';
import { committedTree, workingTree } from '../review/rendered-trees.ts';
import { review } from '../review/review.ts';
import { type Invocation, optionText } from './command.ts';

/** Compares rendered/ as it lies in the working tree with a commit (HEAD, unless `--base` names another). Exits 2 when they differ. */
export async function run(invocation: Invocation, host: Host): Promise<ExitCode> {
  const base = optionText(invocation, 'base') ?? 'HEAD';
  if (invocation.environment !== 'all') readEnvironment(invocation.environment, host.environments);
  const [before, after] = await Promise.all([committedTree(host.workspace, base, host.variables), workingTree(host.workspace, host.fileSystem)]);
  const changes = review(before, after, (environment) => invocation.environment === 'all' || environment === invocation.environment);
  if (invocation.output === 'json') host.out.write(canonicalJson({ schema: 1, base, changes }));
  else if (changes.length > 0) host.out.write(reviewText(changes, invocation.palettes.out));
  host.err.write(changes.length === 0 ? `rendered/ is the same as in ${base}\n` : `${countText(changes.length, 'artifact differs', 'artifacts differ')} from ${base}\n`);
  return changes.length === 0 ? exitCodes.done : exitCodes.changes;
}
