import { join, relative, resolve } from 'node:path';
import { canonicalJson, exitCodes, type ExitCode, type ProofOfLife } from '@bud-o11y/model';
import type { Host } from '../host.ts';
import { previewPages } from '../preview/pages.ts';
import { readProof } from '../preview/read-proof.ts';
import { writePages } from '../preview/write-pages.ts';
import { countText } from '../report/count-text.ts';
import { printable } from '../report/printable.ts';
import { collectSound, namedEnvironments } from './collect.ts';
import { type Invocation, pathOption } from './command.ts';
import { assertOwnFolder } from './own-folder.ts';

interface Written {
  readonly environment: string;
  readonly folder: string;
  readonly pages: readonly string[];
  readonly withFigures: number;
}

/** Writes a page per dashboard; with `-e all` each environment has a folder of its own. */
export async function run(invocation: Invocation, host: Host): Promise<ExitCode> {
  const out = pathOption(invocation, 'out');
  const written: Written[] = [];
  for (const name of namedEnvironments(invocation.environment, host.environments)) {
    written.push(await write(name, folderFor(name, out, invocation, host), invocation, host));
  }
  if (invocation.output === 'json') host.out.write(canonicalJson(written));
  else host.out.write(written.map(({ environment, folder, pages, withFigures }) => printable(`${environment}: ${countText(pages.length, 'page')}, ${withFigures} with figures of the proof of life: ${join(relative(host.cwd, folder) || '.', 'index.html')}\n`)).join(''));
  return exitCodes.done;
}

function folderFor(name: string, out: string | undefined, { environment }: Invocation, { cwd, workspace }: Host): string {
  if (out === undefined) return join(workspace, 'dist', 'preview', name);
  return environment === 'all' ? resolve(cwd, out, name) : resolve(cwd, out);
}

async function write(name: string, folder: string, invocation: Invocation, host: Host): Promise<Written> {
  await assertOwnFolder(folder, host);
  // What an environment applies may be written in another schema; the pages are laid out from the classic one.
  const { bundle } = await collectSound(name, { ...host, render: async (environment) => await host.render({ ...environment, dashboardSchema: 'classic' }) });
  const proofs = await proofsOf(bundle.artifacts.flatMap((artifact) => (artifact.kind === 'dashboard' ? [artifact.name] : [])), name, invocation, host);
  const pages = previewPages(name, bundle.artifacts, proofs);
  await writePages(folder, pages, host);
  return { environment: name, folder, pages: [...pages.keys()], withFigures: proofs.size };
}

async function proofsOf(uids: readonly string[], environment: string, invocation: Invocation, host: Host): Promise<ReadonlyMap<string, ProofOfLife>> {
  const root = resolve(host.cwd, pathOption(invocation, 'proof') ?? host.workspace);
  const found = await Promise.all(uids.map(async (uid) => [uid, await readProof(root, environment, uid, host.fileSystem)] as const));
  return new Map(found.flatMap(([uid, proof]) => (proof === undefined ? [] : [[uid, proof] as const])));
}
