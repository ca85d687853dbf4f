import { createHash } from 'node:crypto';
import { isAbsolute, join } from 'node:path';
import { AppError } from '@bud-o11y/model';
import type { FileSystem } from '../targets/directory/file-system.ts';
import type { ChartRef } from './lock.ts';

/**
 * The folder of pulled charts, outside every checkout: `$XDG_CACHE_HOME`, else `~/.cache`, and below it
 * `bud-observability/charts`. Undefined when neither XDG_CACHE_HOME nor HOME is set.
 */
export function chartCacheFolder(variables: Readonly<Record<string, string | undefined>>): string | undefined {
  const { XDG_CACHE_HOME: cache = '', HOME: home = '' } = variables;
  // The specification of XDG says to ignore a relative path.
  const base = isAbsolute(cache) ? cache : isAbsolute(home) ? join(home, '.cache') : undefined;
  return base === undefined ? undefined : join(base, 'bud-observability', 'charts');
}

/** Where an archive of that digest lies in the cache. The digest is part of the name: two checkouts may have two. */
export function cachedArchive(folder: string, { name, version }: ChartRef, digest: string): string {
  return join(folder, `${name}-${version}.${digest.slice(0, 16)}.tgz`);
}

/** Hex sha256 of bytes. */
export function sha256OfBytes(bytes: Buffer): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/**
 * The bytes of a pulled chart; undefined when it is not in the cache.
 * @throws AppError `invalid` with both digests when the file is not the one that was pulled.
 */
export async function readVerified(fileSystem: FileSystem, folder: string, chart: ChartRef, digest: string): Promise<Buffer | undefined> {
  const path = cachedArchive(folder, chart, digest);
  if ((await fileSystem.entry(path))?.kind !== 'file') return undefined;
  const bytes = await fileSystem.read(path);
  const found = sha256OfBytes(bytes);
  if (found === digest) return bytes;
  throw new AppError('invalid', `${path} is not the chart that was pulled: the lock says sha256 ${digest}, the file has ${found}`, {
    details: { chart: chart.name, version: chart.version, locked: digest, found },
    fix: 'remove the file, then run `bud-o11y charts pull`',
  });
}
