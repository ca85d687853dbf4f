import { readdirSync } from 'node:fs';
import { environmentNamed } from '@bud-o11y/model';
import { describe, expect, it } from '@jest/globals';
import { bundleOf, dashboard } from './fixtures.ts';
import { checks, runChecks, suppressions } from './index.ts';

const files = readdirSync(new URL('./checks/', import.meta.url)).sort();

describe('checks', () => {
  it('lists every file under checks/, in id order', () => {
    expect(checks.map(({ id }) => `${id}.ts`)).toEqual(files.filter((file) => !file.endsWith('.spec.ts')));
  });

  it('tests every check beside its file', () => {
    expect(files.filter((file) => file.endsWith('.spec.ts'))).toEqual(checks.map(({ id }) => `${id}.spec.ts`));
  });
});

describe('suppressions', () => {
  it('end on days that exist', () => {
    for (const { expires } of suppressions) expect(new Date(`${expires}T00:00:00Z`).toISOString().slice(0, 10)).toBe(expires);
  });
});

describe('runChecks', () => {
  it('gives the same list for the same input, and leaves the input as it is', () => {
    const bundle = Object.freeze(bundleOf([dashboard('a', { description: '$nothing' }), dashboard('b')]));
    const first = runChecks(bundle, environmentNamed('dev'), { today: '2030-01-01' });
    expect(first.map(({ code }) => code)).toEqual(expect.arrayContaining(['dashboard-undefined-variable', 'dashboard-missing-panel-key', 'artifact-example-host']));
    expect(runChecks(bundle, environmentNamed('dev'), { today: '2030-01-01' })).toEqual(first);
  });
});
