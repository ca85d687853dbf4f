import { sha256 } from '@bud-o11y/model';
import type { MissingSource } from '../charts/expand.ts';
import { objectFiles } from '../objects/object-files.ts';
import type { PlacedObject } from '../objects/object.ts';
import type { DesiredObject } from '../plan/snapshot.ts';
import { waveNames } from '../plan/waves.ts';
import { missingText } from './cluster-objects.ts';

/** What `render --out` writes of a cluster: a file per object, and `missing.txt` when a release could not be rendered. */
export function objectFilesFor(objects: readonly PlacedObject[], missing: readonly MissingSource[]): readonly DesiredObject[] {
  const files = objectFiles(objects);
  const paths = new Map(files.map(({ placed, path }) => [placed.key, path]));
  const list = missingText(missing);
  return [
    ...files.map(({ placed, path, text }): DesiredObject => ({
      address: path,
      artifact: placed.artifact ?? placed.source,
      wave: placed.wave,
      needs: placed.needs.flatMap((need) => paths.get(need) ?? []),
      digest: sha256(text),
      text,
    })),
    ...(list === '' ? [] : [{ address: 'missing.txt', artifact: 'helm-values', wave: waveNames[0], needs: [], digest: sha256(list), text: list }]),
  ];
}
