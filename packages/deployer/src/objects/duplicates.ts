import type { Problem } from '@bud-o11y/model';
import type { Draft } from './draft.ts';
import { objectKey, type ObjectKey } from './object-key.ts';

/** The first draft of each key, and one Problem per further one. */
export function withoutDuplicates(drafts: readonly Draft[]): { readonly drafts: readonly Draft[]; readonly problems: readonly Problem[] } {
  const first = new Map<ObjectKey, Draft>();
  const problems: Problem[] = [];
  for (const draft of drafts) {
    const key = objectKey(draft.object);
    const other = first.get(key);
    if (other === undefined) first.set(key, draft);
    else problems.push(duplicate(key, other, draft));
  }
  return { drafts: [...first.values()], problems };
}

function duplicate(key: ObjectKey, first: Draft, second: Draft): Problem {
  return {
    code: 'object-duplicate',
    severity: 'error',
    where: { artifact: second.artifact ?? second.source, path: key },
    what: first.source === second.source ? `${first.source} has ${key} twice` : `${key} comes from ${first.source} and from ${second.source}`,
    why: 'the two would overwrite each other at every apply',
    fix: 'leave it out of one of them, or give one another name',
  };
}
