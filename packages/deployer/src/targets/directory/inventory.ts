import { AppError, canonicalJson, compareText } from '@bud-o11y/model';
import type { OwnedObject } from '../../plan/snapshot.ts';
import { type WaveName, waveNames } from '../../plan/waves.ts';
import { isSafeAddress } from './place.ts';

const schema = 1;

/**
 * Folder of our own files in a target, and the two files in it. Their names have no endings: kubectl and GitOps tools take
 * every .json and .yaml below a folder for an object, in hidden folders too.
 */
export const stateFolder = '.bud-o11y';
export const inventoryFile = `${stateFolder}/inventory`;
export const lockFile = `${stateFolder}/lock`;

/** What we own in one directory target, and only that. */
export interface Inventory {
  readonly environment: string;
  readonly files: readonly OwnedObject[];
  /** Folders that we made, with `/`; those that are empty after a prune are removed. */
  readonly folders: readonly string[];
}

/** Whether an apply recorded what it meant to write and not that it was done. */
export function isUnfinished(inventory: Inventory): boolean {
  return inventory.files.some((file) => file.intended !== undefined);
}

/** The text of an inventory file: one canonical form, sorted by path. */
export function inventoryText(inventory: Inventory): string {
  const files = [...inventory.files]
    .sort((a, b) => compareText(a.address, b.address))
    .map(({ address, artifact, wave, digest, intended }) => ({ path: address, artifact, wave, sha256: digest, intended }));
  return canonicalJson({ schema, environment: inventory.environment, files, folders: [...inventory.folders].sort(compareText) });
}

/**
 * Reads an inventory; undefined when the text is cut short or is no inventory.
 * @throws AppError `unsupported` when a newer version of bud-o11y wrote it.
 */
export function readInventory(text: string): Inventory | undefined {
  const value = parse(text);
  if (!isRecord(value)) return undefined;
  if (typeof value['schema'] === 'number' && value['schema'] > schema) {
    throw new AppError('unsupported', `the inventory was written by a newer version of bud-o11y (schema ${value['schema']}, this version reads ${schema})`, { fix: 'use the newer version on this target' });
  }
  const { environment, files, folders } = value;
  if (value['schema'] !== schema || typeof environment !== 'string' || !Array.isArray(files) || !Array.isArray(folders)) return undefined;
  const owned = files.map(readFile);
  if (owned.includes(undefined) || !folders.every((folder) => typeof folder === 'string' && isSafeAddress(folder))) return undefined;
  return { environment, files: owned.filter((file) => file !== undefined), folders };
}

function readFile(value: unknown): OwnedObject | undefined {
  if (!isRecord(value)) return undefined;
  const { path, artifact, wave, sha256: digest, intended } = value;
  if (typeof path !== 'string' || !isSafeAddress(path) || typeof artifact !== 'string' || typeof wave !== 'string') return undefined;
  if (!isDigest(digest) || !isDigest(intended) || (digest === undefined && intended === undefined)) return undefined;
  return { address: path, artifact, wave: knownWave(wave), ...(digest === undefined ? {} : { digest }), ...(intended === undefined ? {} : { intended }) };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A wave that this version no longer has counts as the last one: its files are pruned first. */
function knownWave(name: string): WaveName {
  return waveNames.find((wave) => wave === name) ?? 'dashboards';
}

function isDigest(value: unknown): value is string | undefined {
  return value === undefined || (typeof value === 'string' && /^[0-9a-f]{64}$/.test(value));
}
