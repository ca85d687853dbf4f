import { describe, expect, it } from '@jest/globals';
import { contextOf, dashboard } from './fixtures.ts';

describe('makeContext', () => {
  const classic = dashboard('a', { title: 'Read', panels: [] });

  it('reads a dashboard of another schema by the classic JSON beside it, and leaves its text alone', () => {
    const { bundle, dashboards } = contextOf([{ ...classic, data: { kind: 'Dashboard' }, text: '{"kind":"Dashboard"}', classic: classic.data }]);
    expect(dashboards.map(({ title }) => title)).toEqual(['Read']);
    expect(bundle.artifacts).toMatchObject([{ data: classic.data, text: '{"kind":"Dashboard"}' }]);
  });

  it('hands a classic dashboard on as it is', () => {
    expect(contextOf([classic]).bundle.artifacts[0]).toBe(classic);
  });
});
