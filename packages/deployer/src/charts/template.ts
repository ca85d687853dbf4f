import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { AppError, type Environment } from '@bud-o11y/model';
import { type Helm, inEmptyFolder } from './helm.ts';

const timeoutMs = 60_000;

/** A release to render: everything that its output depends on. */
export interface Release {
  readonly name: string;
  readonly namespace: string;
  /** The verified bytes of the chart: helm gets a copy of these, not the file that was verified. */
  readonly archive: Buffer;
  readonly archiveName: string;
  /** YAML. */
  readonly values: string;
  readonly kubeVersion: string;
  readonly apiVersions: readonly string[];
  /** Whether the definitions in the chart's `crds/` belong to this environment. */
  readonly definitions: boolean;
}

/** What helm made of a release, twice; `failure` is helm's own reason when it refused. */
export type Rendering = { readonly first: string; readonly second: string; readonly stderr: string } | { readonly failure: string };

/** The command line, without the program: same release, same arguments. */
export function templateArgs({ name, namespace, archiveName, kubeVersion, apiVersions, definitions }: Release, folder: string): readonly string[] {
  return [
    'template', name, join(folder, archiveName),
    '--namespace', namespace,
    ...(definitions ? ['--include-crds'] : []),
    '--skip-tests',
    '--kube-version', kubeVersion,
    ...apiVersions.flatMap((version) => ['--api-versions', version]),
    '-f', '-',
  ];
}

/**
 * Renders a release twice, at the same time, without network and without a cluster.
 * @throws AppError `timeout`, `invalid` for more output than 32 MiB, `cancelled`, `notFound` when helm cannot be started.
 */
export async function renderTwice(helm: Helm, release: Release): Promise<Rendering> {
  return await inEmptyFolder(async (folder) => {
    await writeFile(join(folder, release.archiveName), release.archive);
    const args = templateArgs(release, folder);
    const once = async () => await helm.run({ args, input: release.values, timeoutMs });
    const [first, second] = await Promise.all([once(), once()]);
    const refused = [first, second].find(({ code }) => code !== 0);
    if (refused !== undefined) return { failure: refused.err.replaceAll(folder, '').trim() };
    return { first: first.out, second: second.out, stderr: first.err };
  });
}

/**
 * What the environment says of its cluster.
 * @throws AppError `usage` for an environment that is no cluster.
 */
export function clusterOf(environment: Environment): Extract<Environment['target'], { kind: 'kubernetes' }> {
  if (environment.target.kind === 'kubernetes') return environment.target;
  throw new AppError('usage', `${environment.name} applies to a directory: it has no cluster and no charts`, { fix: 'name an environment of a cluster with -e' });
}
