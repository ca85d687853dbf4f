import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from '@jest/globals';
import type { RenderFigures } from './render.ts';

describe('rendering every environment', () => {
  // A ratio against a baseline of the same process and the same seconds: a busy machine slows both. In a process of its
  // own, since Jest's module wrapper makes calls across modules dearer than they are for the command line.
  it('takes at most ten times a plain JSON.stringify of the same output', () => {
    const figures = JSON.parse(execFileSync(process.execPath, [fileURLToPath(new URL('main.ts', import.meta.url)), '--json'], { encoding: 'utf8' })) as RenderFigures;
    expect(figures.artifacts).toBeGreaterThan(100);
    expect(figures.lowestRatio).toBeLessThan(10);
  });
});
