import type { Artifact } from './artifact.ts';
import { canonicalJson } from './text.ts';
import { yamlText } from './yaml-text.ts';

type Draft<A> = A extends Artifact ? Omit<A, 'text' | 'queries' | 'needs' | 'problems'> & Partial<Pick<A, 'queries' | 'needs' | 'problems'>> : never;

/** Adds the text to an artifact: JSON or YAML by the ending of its path, the data itself when that is text already. */
export function makeArtifact<A extends Draft<Artifact>>(draft: A): Extract<Artifact, { kind: A['kind'] }> {
  const text = typeof draft.data === 'string' ? draft.data : draft.path.endsWith('.json') ? canonicalJson(draft.data) : yamlText(draft.data);
  const problems = [...(draft.problems ?? []), ...(draft.queries ?? []).flatMap(({ at, query, file = draft.source }) => query.problems.map((found) => ({ ...found, where: { file, ...found.where, artifact: `${draft.kind}:${draft.name}`, path: found.where.path ?? at } })))];
  return { queries: [], needs: [], ...draft, text, problems } as unknown as Extract<Artifact, { kind: A['kind'] }>;
}
