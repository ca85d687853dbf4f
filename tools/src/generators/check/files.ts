import { constantName } from '../names.ts';

/** A check that compiles and finds nothing in what is rendered. */
export function checkFile(id: string): string {
  return `import { artifactCheck } from '../check.ts';

/** Says in one sentence what holds when this check is silent. */
export const ${constantName(id)} = artifactCheck({
  id: '${id}',
  severity: 'error',
  why: 'says what happens to the person on call when nobody repairs this',
  appliesTo: ['dashboard'],
  *run(artifact) {
    if (artifact.name === '') yield { at: 'uid', what: 'says what is wrong, naming the thing', fix: 'says what to do next' };
  },
});
`;
}

/** One example that it finds, and one that it leaves alone. */
export function checkSpec(id: string): string {
  const name = constantName(id);
  return `import { describe, expect, it } from '@jest/globals';
import { dashboard, problemsOf } from '../fixtures.ts';
import { ${name} } from './${id}.ts';

describe('${id}', () => {
  it('finds a dashboard without a name', () => {
    expect(problemsOf(${name}, [dashboard('')])).toHaveLength(1);
  });

  it('leaves one with a name alone', () => {
    expect(problemsOf(${name}, [dashboard('a')])).toEqual([]);
  });
});
`;
}

/** The page, with the headings that every page has. */
export function checkPage(id: string): string {
  return `# ${id}

## What

What the check looks at, and what holds when it is silent.

Severity: error.

## Why

What happens to the person on call when nobody repairs this.

## Example that fails

\`\`\`text
the smallest thing that it finds
\`\`\`

## How to fix

What to edit, and where.

## How to suppress

Add an entry to \`packages/checks/src/suppressions.ts\`; it needs a reason and a last day:

\`\`\`ts
{ check: '${id}', environments: ['dev'], reason: 'why it is accepted, and who removes it', expires: '2030-12-31' },
\`\`\`
`;
}
