import { constants } from 'node:fs';
import { copyFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { AppError } from '@bud-o11y/model';
import { load } from 'js-yaml';
import { printable } from '../report/printable.ts';
import { textAt } from '../objects/fields.ts';
import { type FileSystem, storageError } from '../targets/directory/file-system.ts';
import { ensureFolder } from '../targets/directory/folders.ts';
import { cachedArchive, readVerified, sha256OfBytes } from './cache.ts';
import { type Helm, inEmptyFolder } from './helm.ts';
import type { ChartRef, LockedChart } from './lock.ts';

const timeoutMs = 120_000;

export interface Pull {
  readonly chart: ChartRef;
  /** The digest that the lock has; null when it has none yet. */
  readonly locked: string | null;
  readonly helm: Helm;
  readonly cacheFolder: string;
  readonly fileSystem: FileSystem;
  /** A folder of archives (`<name>-<version>.tgz`), to be used in place of the repository. */
  readonly from?: string;
}

/** A pulled chart; `cached` when it was there already, as the lock has it. */
export interface Pulled {
  readonly entry: LockedChart;
  readonly cached: boolean;
}

/**
 * Brings one chart into the cache, and says its digest.
 * @throws AppError `invalid` when it is not the chart that the lock or its name says, with both digests; `notFound`,
 * `unreachable` when it cannot be had.
 */
export async function pullChart({ chart, locked, helm, cacheFolder, fileSystem, from }: Pull): Promise<Pulled> {
  const { version, repository } = chart;
  if (locked !== null && (await isCached(fileSystem, cacheFolder, chart, locked))) return { entry: { version, repository, sha256: locked }, cached: true };
  await ensureFolder(fileSystem, cacheFolder);
  return await inEmptyFolder(async (folder) => {
    const file = join(folder, `${chart.name}-${version}.tgz`);
    await (from === undefined ? download(helm, chart, folder) : copy(join(from, `${chart.name}-${version}.tgz`), file));
    if ((await fileSystem.entry(file))?.kind !== 'file') throw new AppError('notFound', `helm left no ${chart.name}-${version}.tgz`, { fix: 'look at the repository: the chart may have another name there' });
    const sha256 = sha256OfBytes(await fileSystem.read(file));
    if (locked !== null && sha256 !== locked) throw changed(chart, locked, sha256);
    await assertNamed(helm, chart, file);
    const place = cachedArchive(cacheFolder, chart, sha256);
    await copy(file, `${place}.${basename(folder)}`);
    await fileSystem.rename(`${place}.${basename(folder)}`, place);
    await fileSystem.syncFolder(cacheFolder);
    return { entry: { version, repository, sha256 }, cached: false };
  });
}

async function download(helm: Helm, { name, version, repository }: ChartRef, folder: string): Promise<void> {
  const { code, err } = await helm.run({ args: ['pull', name, '--repo', repository, '--version', version, '--destination', folder], timeoutMs, network: true });
  if (code !== 0) throw new AppError('unreachable', `helm cannot pull ${name} ${version} from ${repository}: ${said(err)}`, { fix: 'check network and version; without a network use --from <dir>' });
}

/** A damaged archive counts as none: pulling mends it. */
async function isCached(fileSystem: FileSystem, cacheFolder: string, chart: ChartRef, digest: string): Promise<boolean> {
  try {
    return (await readVerified(fileSystem, cacheFolder, chart, digest)) !== undefined;
  } catch (thrown) {
    if (thrown instanceof AppError && thrown.code === 'invalid') return false;
    throw thrown;
  }
}

async function copy(from: string, to: string): Promise<void> {
  try {
    await copyFile(from, to, constants.COPYFILE_FICLONE);
  } catch (thrown) {
    throw storageError('copy', from, thrown);
  }
}

/** The archive is opened by helm alone. */
async function assertNamed(helm: Helm, { name, version }: ChartRef, file: string): Promise<void> {
  const { code, out, err } = await helm.run({ args: ['show', 'chart', file], timeoutMs });
  if (code !== 0) throw new AppError('invalid', `helm cannot read ${name}-${version}.tgz: ${said(err)}`, { fix: 'get the archive again' });
  const chart = load(out, { maxAliases: 0, maxDepth: 16 });
  const found = `${textAt(chart, 'name') ?? '?'} ${textAt(chart, 'version') ?? '?'}`;
  if (found !== `${name} ${version}`) throw new AppError('invalid', `${name}-${version}.tgz holds ${printable(found)}`, { fix: 'get the archive again' });
}

function changed({ name, version }: ChartRef, locked: string, found: string): AppError {
  return new AppError('invalid', `${name} ${version} is not what it was: the lock says sha256 ${locked}, the archive has ${found}`, {
    details: { chart: name, version, locked, found },
    fix: 'find out who published it anew; pin another version, or remove its sha256 from the lock on purpose (null) and pull again',
  });
}

/** Helm's own reason, for a terminal. */
function said(stderr: string): string {
  return printable(stderr.trim().split('\n').slice(-3).join(' ')).slice(0, 500);
}
