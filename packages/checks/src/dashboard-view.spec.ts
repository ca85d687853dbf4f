import { describe, expect, it } from '@jest/globals';
import { placeInWords, viewDashboard } from './dashboard-view.ts';
import { dashboard, panel } from './fixtures.ts';

const view = viewDashboard(dashboard('a', { panels: [panel(11), panel(1001, { type: 'row', title: 'Folded', panels: [panel(21)] })] }));

describe('placeInWords', () => {
  it.each([
    ['panels.0.links.0.url', 'panel 11 (Panel 11) links.0.url'],
    ['panels.1.panels.0.title', 'panel 21 (Panel 21) title'],
    ['panels.1.title', 'panel 1001 (Folded) title'],
    ['panels.0', 'panel 11 (Panel 11)'],
    ['panels.7.title', 'panels.7.title'],
    ['annotations.list.0.expr', 'annotations.list.0.expr'],
  ])('of %s is %s', (at, words) => {
    expect(placeInWords(view, at)).toBe(words);
  });
});

describe('viewDashboard', () => {
  it('reads the classic JSON where the file is a resource of another schema', () => {
    const artifact = { ...dashboard('a', { spec: {}, panels: [] }), classic: { uid: 'b', panels: [panel(11)] } };
    expect(viewDashboard(artifact)).toMatchObject({ uid: 'b', panels: [{ id: 11 }] });
  });

  it('reads an artifact once', () => {
    expect(viewDashboard(view.artifact)).toBe(view);
  });
});
