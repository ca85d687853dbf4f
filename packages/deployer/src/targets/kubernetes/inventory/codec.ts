import { gunzipSync, gzipSync } from 'node:zlib';
import { AppError } from '@bud-o11y/model';
import type { ObjectKey } from '../../../objects/object-key.ts';
import type { ObjectSource } from '../../../objects/object.ts';
import { waveNames } from '../../../plan/waves.ts';
import type { InventoryEntry } from './entry.ts';

const version = 1;
const title = 'bud-o11y inventory';
/** Far more than a shard of ours can have: what is larger is not ours, whatever it calls itself. */
const mostBytes = 16 * 1024 * 1024;
const none = '-';

/**
 * Entries as the text that a ConfigMap carries: a line with version and count, then one line per entry
 * (`key uid digest fieldsDigest source prune wave`), packed and in base64. The same entries are always the same text.
 */
export function packEntries(entries: readonly InventoryEntry[]): string {
  const lines = entries.map(({ key, uid = none, digest = none, fieldsDigest = none, source, prune, wave }) => [key, uid, digest, fieldsDigest, source, prune, wave].join(' '));
  return gzipSync([`${title} ${version} ${entries.length}`, ...lines, ''].join('\n')).toString('base64');
}

/**
 * Reads what `packEntries` wrote.
 * @param where names the object, for the message
 * @throws AppError `invalid` when it is damaged or cut short, `unsupported` when a newer version wrote it.
 */
export function unpackEntries(text: string, where: string): readonly InventoryEntry[] {
  const [head = '', ...lines] = unzipped(text, where).split('\n');
  const [, found, count] = new RegExp(`^${title} (\\d+) (\\d+)$`).exec(head) ?? [];
  if (found === undefined) throw damaged(where, 'it does not begin as an inventory does');
  if (Number(found) > version) throw newer(where, Number(found));
  if (lines.pop() !== '' || lines.length !== Number(count)) throw damaged(where, `it has ${lines.length} of ${count} lines`);
  return lines.map((line, index) => readLine(line) ?? fail(damaged(where, `line ${index + 2} is no entry`)));
}

/** An inventory that cannot be read: nothing is planned on it, nothing pruned. */
export function damaged(where: string, why: string): AppError {
  return new AppError('invalid', `the inventory in ${where} is damaged: ${why}`, {
    fix: `keep a copy of ${where} and delete it; the next apply takes the objects that carry the environment's label in again, and prunes none of them`,
  });
}

/** An inventory of a version that does not exist yet. */
export function newer(where: string, found: number): AppError {
  return new AppError('unsupported', `the inventory in ${where} was written by a newer version of bud-o11y (format ${found}, this version reads ${version})`, { fix: 'use the newer version on this environment' });
}

function unzipped(text: string, where: string): string {
  try {
    return gunzipSync(Buffer.from(text, 'base64'), { maxOutputLength: mostBytes }).toString('utf8');
  } catch (thrown) {
    throw damaged(where, `it cannot be unpacked (${typeof thrown === 'object' && thrown !== null && 'code' in thrown ? String(thrown.code) : 'unknown'})`);
  }
}

const linePattern = /^([^ /]+\/[^ /]+\/[^ /]+\/[^ /]+) (\S+) ([0-9a-f]{64}|-) ([0-9a-f]{64}|-) ((?:generator|release):\S+) (delete|keep) (.+)$/;

function readLine(line: string): InventoryEntry | undefined {
  const match = linePattern.exec(line);
  if (match === null) return undefined;
  const [, key, uid, digest, fieldsDigest, source, prune, wave] = match as unknown as readonly string[];
  return {
    key: key as ObjectKey,
    ...(uid === none ? {} : { uid: uid as string }),
    ...(digest === none ? {} : { digest: digest as string }),
    ...(fieldsDigest === none ? {} : { fieldsDigest: fieldsDigest as string }),
    source: source as ObjectSource,
    prune: prune === 'keep' ? 'keep' : 'delete',
    // A wave that this version no longer has counts as the last one: its objects are pruned first.
    wave: waveNames.find((name) => name === wave) ?? 'dashboards',
  };
}

function fail(error: AppError): never {
  throw error;
}
