import { sha256, yamlText } from '@bud-o11y/model';
import { waveNames } from '../plan/waves.ts';
import type { PlacedObject } from './object.ts';

/** A file of an object, for review or for another tool that applies it. */
export interface ObjectFile {
  /** `<wave>/<namespace>/<kind>-<name>.yaml`; `cluster-scoped` for what lies in none. */
  readonly path: string;
  readonly placed: PlacedObject;
  readonly text: string;
}

/** The files of objects, each with one object; equal paths get a part of the key's digest. */
export function objectFiles(objects: readonly PlacedObject[]): readonly ObjectFile[] {
  const files = objects.map((placed) => ({ placed, path: pathOf(placed) }));
  const times = Map.groupBy(files, ({ path }) => path.toLowerCase());
  return files.map(({ placed, path }) => ({
    placed,
    path: `${path}${(times.get(path.toLowerCase()) ?? []).length > 1 ? `-${sha256(placed.key).slice(0, 8)}` : ''}.yaml`,
    text: yamlText(placed.object),
  }));
}

function pathOf({ object, wave }: PlacedObject): string {
  const { namespace, name } = object.metadata;
  return `${waveNames.indexOf(wave) + 1}-${slug(wave)}/${namespace === undefined ? 'cluster-scoped' : slug(namespace)}/${slug(object.kind.toLowerCase())}-${slug(name)}`;
}

/** Safe on every file system; a long name keeps its beginning, and its digest keeps it apart. */
function slug(text: string): string {
  const safe = text.replace(/[^A-Za-z0-9.-]+/g, '-').replace(/^[.-]+|[.-]+$/g, '');
  return safe.length <= 80 ? safe : `${safe.slice(0, 71)}-${sha256(text).slice(0, 8)}`;
}
