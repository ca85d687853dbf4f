import { join, resolve } from 'node:path';
import { AppError, artifactId, canonicalJson, exitCodes, type ExitCode, sha256 } from '@bud-o11y/model';
import type { Host } from '../host.ts';
import { short } from '../report/plan-text.ts';
import { printable } from '../report/printable.ts';
import { textTable } from '../report/tally-table.ts';
import { systemHolders } from '../targets/directory/holder.ts';
import { directoryTarget } from '../targets/directory/index.ts';
import { stateFolder } from '../targets/directory/inventory.ts';
import { renderedLayout } from '../targets/directory/layout.ts';
import type { Target } from '../targets/target.ts';
import { applyTo } from './apply-to.ts';
import { clusterObjects, missingText } from './cluster-objects.ts';
import { type Collected, collectSound, namedEnvironments } from './collect.ts';
import { type Invocation, pathOption } from './command.ts';
import { objectFilesFor } from './object-files-for.ts';
import { assertOwnFolder } from './own-folder.ts';

/** Lists the artifacts (path, kind, bytes, digest), or writes files below `--out`: the tree of rendered/, or the objects of a cluster. */
export async function run(invocation: Invocation, host: Host): Promise<ExitCode> {
  const out = pathOption(invocation, 'out');
  return out === undefined ? await list(invocation, host) : await writeNamed(invocation, host, resolve(host.cwd, out));
}

async function list(invocation: Invocation, host: Host): Promise<ExitCode> {
  const rows: { readonly path: string; readonly artifact: string; readonly bytes: number; readonly sha256: string }[] = [];
  for (const name of namedEnvironments(invocation.environment, host.environments)) {
    const { bundle } = await collectSound(name, host);
    rows.push(...bundle.artifacts.map((artifact) => ({ path: artifact.path, artifact: artifactId(artifact), bytes: Buffer.byteLength(artifact.text), sha256: sha256(artifact.text) })));
  }
  if (invocation.output === 'json') host.out.write(canonicalJson(rows));
  else host.out.write(textTable([['path', 'artifact', 'bytes', 'sha256'], ...rows.map((row) => [row.path, row.artifact, String(row.bytes), short(row.sha256)])], invocation.palettes.out));
  return exitCodes.done;
}

/** With `-e all` each environment has a folder of its own below; the first that cannot be written ends it. */
async function writeNamed(invocation: Invocation, host: Host, root: string): Promise<ExitCode> {
  if (invocation.environment !== 'all') return await write(invocation, host, root);
  for (const environment of namedEnvironments('all', host.environments)) {
    const exit = await write({ ...invocation, environment }, host, join(root, environment));
    if (exit !== exitCodes.done) return exit;
  }
  return exitCodes.done;
}

/** The tree is an apply to a folder: the same atomic writes, pruning and care for others' files. */
async function write(invocation: Invocation, host: Host, root: string): Promise<ExitCode> {
  await assertOwnFolder(root, host);
  const collected = await collectSound(invocation.environment, host);
  await refuseForeignFolder(host, root);
  const folder = directoryTarget({ root, environment: collected.environment.name, layout: renderedLayout, fileSystem: host.fileSystem, holders: systemHolders(host.processes) });
  const target = collected.environment.target.kind === 'kubernetes' ? await withObjects(folder, collected, invocation, host) : folder;
  return await applyTo({ collected, target, invocation, host });
}

/** The same folder, holding the objects of a cluster in place of the artifacts. */
async function withObjects(folder: Target, collected: Collected, invocation: Invocation, host: Host): Promise<Target> {
  const { objects, missing, problems } = await clusterObjects(collected, invocation, host);
  host.err.write(printable(missingText(missing)));
  return { ...folder, place: () => ({ objects: objectFilesFor(objects, missing), problems: problems.filter(({ severity }) => severity === 'error') }) };
}

async function refuseForeignFolder(host: Host, root: string): Promise<void> {
  if ((await host.fileSystem.entry(root))?.kind !== 'folder') return;
  const names = await host.fileSystem.list(root);
  if (names.length === 0 || names.includes(stateFolder)) return;
  throw new AppError('conflict', `${root} holds files that bud-o11y did not write (${names.slice(0, 3).join(', ')}${names.length > 3 ? ', …' : ''})`, { fix: 'give an empty or a new folder' });
}
