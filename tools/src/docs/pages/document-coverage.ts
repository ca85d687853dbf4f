import { coverage } from '../coverage/index.ts';
import type { CoverageRow } from '../coverage/row.ts';
import { code, page, table } from '../markdown.ts';

/** What became of each line of the architecture document, sections 2 to 10. */
export function documentCoverage(): string {
  const count = (state: CoverageRow['state']): number => coverage.filter((row) => row.state === state).length;
  return page(
    'What became of the architecture document',
    '`tools/src/docs/coverage/`',
    `One row per table row, code block and bullet of sections 2 to 10: ${count('done')} done, ${count('deferred')} deferred, ${count('not done')} not done. A spec fails when a line has no row, when an artifact does not hold what its row says, and when a test is gone.`,
    table(['section', 'line', 'state', 'artifact', 'test', 'note'], coverage.map(cells)),
  );
}

function cells({ section, line, state, artifact, has, test, note = '' }: CoverageRow): readonly string[] {
  if (state !== 'done') return [section, line, `${state}: ${note}`, '', '', ''];
  return [section, line, state, `${link(artifact)}: ${code(has ?? '')}`, link(test), note];
}

function link(path = ''): string {
  const name = path.split('/').at(-1) ?? path;
  return `[${name}](../../${path})`;
}
