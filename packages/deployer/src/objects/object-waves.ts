import { type WaveName, waveIndex } from '../plan/waves.ts';
import type { ObjectKey } from './object-key.ts';

/**
 * The wave of each object: the one that its origin asks for, or an earlier one where something of that earlier wave
 * needs it. A mounted ConfigMap comes with the workload that mounts it, whatever wrote it. `edges` has no circle.
 */
export function objectWaves(wanted: ReadonlyMap<ObjectKey, WaveName>, edges: ReadonlyMap<ObjectKey, readonly ObjectKey[]>): ReadonlyMap<ObjectKey, WaveName> {
  const waves = new Map(wanted);
  const pull = (key: ObjectKey, wave: WaveName): void => {
    const own = waves.get(key);
    if (own === undefined || waveIndex(own) <= waveIndex(wave)) return;
    waves.set(key, wave);
    pullNeeds(key, wave);
  };
  const pullNeeds = (key: ObjectKey, wave: WaveName): void => {
    for (const need of edges.get(key) ?? []) pull(need, wave);
  };
  for (const key of edges.keys()) pullNeeds(key, waves.get(key) ?? 'namespaces and storage');
  return waves;
}
