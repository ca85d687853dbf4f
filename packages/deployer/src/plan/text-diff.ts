import { structuredPatch } from 'diff';

/** One line of a unified diff, without its mark. */
export interface DiffLine {
  readonly mark: '+' | '-' | ' ' | '@';
  readonly text: string;
}

/** The diff of two texts with `context` lines around each change; at most `limit` lines, the last saying how many are left out. */
export function textDiff(before: string, after: string, { context = 2, limit = Number.POSITIVE_INFINITY }: { readonly context?: number; readonly limit?: number } = {}): readonly DiffLine[] {
  const patch = structuredPatch('', '', before, after, '', '', { context, maxEditLength: 20_000 });
  if (patch === undefined) return [{ mark: '@', text: 'the texts have too little in common to show a diff' }];
  const lines = patch.hunks.flatMap((hunk): DiffLine[] => [
    { mark: '@', text: `line ${hunk.newStart}` },
    ...hunk.lines.filter((line) => !line.startsWith('\\')).map((line) => ({ mark: line[0] as DiffLine['mark'], text: line.slice(1) })),
  ]);
  return lines.length <= limit ? lines : [...lines.slice(0, limit), { mark: '@', text: `${lines.length - limit} more lines` }];
}
