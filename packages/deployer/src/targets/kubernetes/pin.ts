import { basename, dirname } from 'node:path';
import { AppError, canonicalJson, type Identities, parseIdentities } from '@bud-o11y/model';
import { writeAtomically } from '../directory/atomic.ts';
import type { FileSystem } from '../directory/file-system.ts';

/**
 * The pins in a file; none when there is no file.
 * @throws ProblemsError when it is no list of pins, AppError when it cannot be read.
 */
export async function readIdentities(fileSystem: FileSystem, file: string): Promise<Identities> {
  if ((await fileSystem.entry(file)) === undefined) return {};
  return parseIdentities(file, (await fileSystem.read(file)).toString('utf8'));
}

/**
 * Pins an environment to a cluster: one line of that file, which is replaced as a whole.
 * @param run goes into the name of the temporary file
 * @throws AppError `identity` when the environment is pinned to another cluster.
 */
export async function pinIdentity(fileSystem: FileSystem, file: string, environment: string, uid: string, run: string): Promise<'pinned' | 'unchanged'> {
  const identities = await readIdentities(fileSystem, file);
  const before = identities[environment];
  if (before === uid) return 'unchanged';
  if (before !== undefined) {
    throw new AppError('identity', `${environment} is pinned to the cluster ${before}, and this is ${uid}`, { details: { environment, pinned: before, cluster: uid }, fix: `if ${environment} has moved, remove its line from ${basename(file)} in ${dirname(file)} first` });
  }
  await writeAtomically(fileSystem, file, canonicalJson({ ...identities, [environment]: uid }), run);
  return 'pinned';
}
