import { type Artifact, artifactId, type Problem, sha256 } from '@bud-o11y/model';
import { waveOf } from '../../plan/waves.ts';
import type { DesiredObject } from '../../plan/snapshot.ts';
import type { Placement } from '../target.ts';
import type { Layout } from './layout.ts';

/** Letters, digits, space, `.`, `_` and `-`, beginning with a letter or digit: safe on every file system, never `..`. */
const segment = /^[A-Za-z0-9][A-Za-z0-9 ._-]{0,119}$/;

/** Whether a path may be used below a target's root. */
export function isSafeAddress(address: string): boolean {
  return address.split('/').every((part) => segment.test(part) && !part.endsWith('.') && !part.endsWith(' '));
}

/** Gives each artifact its path; unsafe names, and names that are equal or equal but for case, are Problems. */
export function placeArtifacts(artifacts: readonly Artifact[], layout: Layout): Placement {
  const objects = artifacts.map((artifact): DesiredObject => ({
    address: layout(artifact),
    artifact: artifactId(artifact),
    wave: waveOf(artifact),
    // The order of the artifacts is that of their needs, and files are written one by one.
    needs: [],
    digest: sha256(artifact.text),
    text: artifact.text,
  }));
  return { objects, problems: [...objects.flatMap(unsafe), ...clashes(objects)] };
}

function unsafe(object: DesiredObject): Problem[] {
  if (isSafeAddress(object.address)) return [];
  return [{
    code: 'target-unsafe-path',
    severity: 'error',
    where: { artifact: object.artifact, path: object.address },
    what: `${JSON.stringify(object.address)} is not a safe path`,
    why: 'it could leave the target folder, or not exist on every file system',
    fix: 'name the artifact with letters, digits, spaces, `.`, `_` and `-`, beginning with a letter or digit',
  }];
}

/** Compares every folder and file name on the way: `Mimir/a` beside `mimir/b` clashes too. */
function clashes(objects: readonly DesiredObject[]): Problem[] {
  const seen = new Map<string, { readonly path: string; readonly isFile: boolean; readonly artifact: string }>();
  const problems: Problem[] = [];
  for (const { address, artifact } of objects) {
    const parts = address.split('/');
    for (let length = 1; length <= parts.length; length += 1) {
      const path = parts.slice(0, length).join('/');
      const isFile = length === parts.length;
      const other = seen.get(path.toLowerCase());
      if (other === undefined) {
        seen.set(path.toLowerCase(), { path, isFile, artifact });
        continue;
      }
      if (other.path === path && !isFile && !other.isFile) continue;
      problems.push({
        code: 'target-name-clash',
        severity: 'error',
        where: { artifact, path: address },
        what: other.path === path ? `${path} is wanted by ${other.artifact} and by ${artifact}` : `${path} and ${other.path} are equal but for case`,
        why: 'one file would overwrite the other, on some file systems or on all',
        fix: `rename one of ${other.artifact} and ${artifact}`,
      });
      break;
    }
  }
  return problems;
}
