import { AppError, canonicalJson, compareText } from '@bud-o11y/model';

/** A chart at one exact version, as the values of a release name it. */
export interface ChartRef {
  readonly name: string;
  readonly version: string;
  readonly repository: string;
}

/** What is known of a chart's archive. */
export interface LockedChart {
  readonly version: string;
  readonly repository: string;
  /** Hex digest of the archive; null until `charts pull` has seen one. Nobody types it in. */
  readonly sha256: string | null;
}

/** charts.lock.json, by chart name. */
export type ChartLock = Readonly<Record<string, LockedChart>>;

/** Where the lock lies, below the workspace: beside the project that pins the versions. */
export const chartLockFile = 'packages/helm-values/charts.lock.json';

const schema = 1;

/**
 * Reads the text of a lock.
 * @throws AppError `invalid` that names what does not fit.
 */
export function readChartLock(text: string, path: string): ChartLock {
  const broken = (what: string): AppError => new AppError('invalid', `${path}: ${what}`, { fix: 'take the file of the last commit; `bud-o11y charts pull` fills it' });
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (thrown) {
    throw new AppError('invalid', `${path} is no JSON`, { cause: thrown, fix: 'take the file of the last commit; `bud-o11y charts pull` fills it' });
  }
  if (!isRecord(value) || value['schema'] !== schema || !isRecord(value['charts'])) throw broken(`it is no lock of schema ${schema}`);
  return Object.fromEntries(Object.entries(value['charts']).map(([name, entry]) => {
    if (!isRecord(entry)) throw broken(`${name} is no entry`);
    const { version, repository, sha256 } = entry;
    if (typeof version !== 'string' || typeof repository !== 'string') throw broken(`${name} has no version or no repository`);
    if (sha256 !== null && !(typeof sha256 === 'string' && /^[0-9a-f]{64}$/.test(sha256))) throw broken(`${name}: sha256 is neither null nor 64 hex digits`);
    return [name, { version, repository, sha256 }];
  }));
}

/** The text of a lock: charts in name order. */
export function chartLockText(charts: ChartLock): string {
  return canonicalJson({ schema, charts: Object.fromEntries(Object.entries(charts).sort(([a], [b]) => compareText(a, b))) });
}

/** The lock's entry for a chart; undefined when it is of another version or repository, and says nothing of this one. */
export function lockedEntry(lock: ChartLock, { name, version, repository }: ChartRef): LockedChart | undefined {
  const entry = Object.hasOwn(lock, name) ? lock[name] : undefined;
  return entry?.version === version && entry.repository === repository ? entry : undefined;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
