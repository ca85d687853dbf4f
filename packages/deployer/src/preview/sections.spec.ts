import { describe, expect, it } from '@jest/globals';
import { chartPanel } from '../fixtures/preview.ts';
import type { PanelJson } from './dashboard-json.ts';
import { sections } from './sections.ts';

const at = (id: number, y: number): PanelJson => chartPanel({ id, gridPos: { x: 0, y, w: 12, h: 8 } });
const row = (title: string, y: number, panels?: readonly PanelJson[]): PanelJson => ({ id: 1_000 + y, type: 'row', title, gridPos: { x: 0, y, w: 24, h: 1 }, collapsed: panels !== undefined, ...(panels === undefined ? {} : { panels }) });

describe('sections', () => {
  it('gives each row its panels, from its own top; a folded row is opened', () => {
    const found = sections({ uid: 'u', title: 't', panels: [at(1, 0), row('Open', 4), at(11, 5), at(12, 13), row('Folded', 21, [at(21, 22)]), row('Next', 22), at(31, 23)] });
    expect(found.map(({ title, collapsed, panels }) => [title, collapsed, panels.map(({ id, gridPos }) => [id, gridPos.y])])).toEqual([
      [undefined, false, [[1, 0]]],
      ['Open', false, [[11, 0], [12, 8]]],
      ['Folded', true, [[21, 0]]],
      ['Next', false, [[31, 0]]],
    ]);
  });

  it('has none for a dashboard without panels', () => {
    expect(sections({ uid: 'u', title: 't' })).toEqual([]);
  });
});
