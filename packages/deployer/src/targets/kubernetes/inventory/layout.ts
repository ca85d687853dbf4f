import { compareText, markers, sha256 } from '@bud-o11y/model';
import { applySet, applySetHints, applySetId, inventoryName } from './apply-set.ts';
import { packEntries } from './codec.ts';
import type { Inventory, InventoryPlace, RunRecord } from './entry.ts';

/** Annotation of the parent with the last runs, as JSON. */
export const runsAnnotation = 'bud.ai/runs';
const mostRuns = 10;

/** Packed, this many entries are about half of what a ConfigMap may hold: names are longer elsewhere. */
const shardSize = 4000;

/** A ConfigMap with further entries. Once written it is never changed: another content gets another name. */
export interface Shard {
  readonly name: string;
  /** Hex sha256 of its text. */
  readonly digest: string;
}

/** What the parent says of its shards. `retired`: no longer used, and perhaps not deleted yet. */
export interface ShardIndex {
  /** Number of the next new shard; a number is used once. */
  readonly next: number;
  readonly used: readonly Shard[];
  readonly retired: readonly string[];
}

export const noShards: ShardIndex = { next: 1, used: [], retired: [] };

/** Keys of `data`: the first entries and the index in the parent, the entries in a shard. */
export const dataKeys = { entries: 'entries', shards: 'shards' } as const;

/** An inventory as ConfigMaps: the texts of the new shards, and labels, annotations and data of the parent. */
export interface InventoryLayout {
  readonly index: ShardIndex;
  readonly newShards: readonly (Shard & { readonly text: string })[];
  readonly labels: Readonly<Record<string, string>>;
  readonly annotations: Readonly<Record<string, string>>;
  readonly data: Readonly<Record<string, string>>;
}

/** Distributes entries over parent and shards; shards that already hold the right text are used again. */
export function layOut(place: InventoryPlace, { entries, runs }: Inventory, before: ShardIndex): InventoryLayout {
  const sorted = [...entries].sort((a, b) => compareText(a.key, b.key));
  const parts = Array.from({ length: Math.max(1, Math.ceil(sorted.length / shardSize)) }, (_, index) => packEntries(sorted.slice(index * shardSize, (index + 1) * shardSize)));
  const [first = '', ...others] = parts;
  const newShards: (Shard & { readonly text: string })[] = [];
  const used = others.map((text): Shard => {
    const digest = sha256(text);
    const known = before.used.find((shard) => shard.digest === digest);
    if (known !== undefined) return known;
    const shard = { name: `${inventoryName(place.environment)}-${before.next + newShards.length}`, digest };
    newShards.push({ ...shard, text });
    return shard;
  });
  const retired = before.used.filter(({ name }) => !used.some((shard) => shard.name === name)).map(({ name }) => name);
  const index = newShards.length === 0 && retired.length === 0 ? before : { next: before.next + newShards.length, used, retired };
  return {
    index,
    newShards,
    labels: { ...ownLabels(place), [applySet.id]: applySetId(place) },
    annotations: { ...applySetHints(place, sorted), [runsAnnotation]: JSON.stringify(runs.slice(0, mostRuns)) },
    data: { [dataKeys.entries]: first, ...(index === noShards ? {} : { [dataKeys.shards]: JSON.stringify(index) }) },
  };
}

/** Labels of parent and shards. */
export function ownLabels({ environment }: InventoryPlace): Readonly<Record<string, string>> {
  return { 'app.kubernetes.io/managed-by': 'bud-o11y', [markers.environment]: environment };
}

/** The runs of an annotation. They are for people: what cannot be read is left out. */
export function readRuns(text: string | undefined): readonly RunRecord[] {
  const value = parsed(text ?? '[]');
  return Array.isArray(value) ? (value.filter((run) => typeof run === 'object' && run !== null && 'run' in run) as RunRecord[]) : [];
}

/** The index of a parent; undefined when it cannot be read. */
export function readShardIndex(text: string | undefined): ShardIndex | undefined {
  if (text === undefined) return noShards;
  const value = parsed(text);
  if (typeof value !== 'object' || value === null) return undefined;
  const { next, used, retired } = value as Readonly<Record<string, unknown>>;
  const isIndex = Number.isInteger(next) && Array.isArray(used) && used.every(isShard) && Array.isArray(retired) && retired.every((name) => typeof name === 'string');
  return isIndex ? (value as ShardIndex) : undefined;
}

function isShard(value: unknown): value is Shard {
  return typeof value === 'object' && value !== null && 'name' in value && typeof value.name === 'string' && 'digest' in value && typeof value.digest === 'string';
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
