import { describe, expect, it } from '@jest/globals';
import { highCPU, highMemory } from './alerts/index.ts';
import { type Declarations, misexported, misexports } from './list.ts';

describe('misexports', () => {
  it('finds none in the index', () => {
    expect(misexported).toEqual([]);
  });

  it.each<{ name: string; declarations: Declarations; what: string }>([
    { name: 'two alerts of one id', declarations: { highMemory, highMemoryOfPods: highMemory }, what: 'highMemoryOfPods has the id HighMemory, which highMemory has as well' },
    { name: 'an alert under another name', declarations: { highMemory, hotCPU: highCPU }, what: 'hotCPU has the id HighCPU, and should be called highCPU' },
  ])('reports $name, with the line to look at', ({ declarations, what }) => {
    expect(misexports(declarations)).toMatchObject([{ code: 'alerts-declaration', where: { file: 'packages/alerts/src/alerts/index.ts', path: Object.keys(declarations)[1] }, what }]);
  });
});
