import { describe, expect, it } from '@jest/globals';
import { itWithProgram } from '../programs/for-specs.ts';
import { run } from '../programs/run.ts';
import { filesBelow, root, textOf } from './workspace.ts';

const workflows = filesBelow('.github/workflows');

describe('GitHub workflows', () => {
  itWithProgram('actionlint', 'are accepted', async (actionlint) => {
    const { ok, output } = await run(actionlint, ['-shellcheck=', '-pyflakes=', ...workflows], { cwd: root, env: process.env, timeoutMs: 30_000 });
    expect(ok ? '' : output).toBe('');
  });

  it('run what the hooks run, and the staleness check', () => {
    const text = workflows.map(textOf).join('\n');
    expect(text).toContain('nx affected -t lint typecheck build test');
    expect(text).toContain('git status --porcelain -- rendered docs');
  });
});
