import { describe, expect, it } from '@jest/globals';
import { environmentNamed } from '@bud-o11y/model';
import { asksOf } from './asks.ts';
import { readDashboard } from './dashboard-json.ts';
import { renderedDashboards } from './proof.ts';

const artifacts = renderedDashboards(environmentNamed('production'));

describe('the queries that are asked', () => {
  it.each(artifacts)('of $name are all that its artifact has for its panels and annotations', ({ queries, text }) => {
    const expected = queries.filter(({ at, query }) => query.language === 'promql' && !at.startsWith('variable ') && !at.includes(' link '));
    const asks = asksOf(readDashboard({ text }));
    expect(asks.map(({ at, expr }) => `${at}: ${expr}`).toSorted()).toEqual(expected.map(({ at, query }) => `${at}: ${query.text}`).toSorted());
  });

  it('know what Grafana would ask at once, and over which time', () => {
    const asks = asksOf(readDashboard(artifacts.find(({ name }) => name === 'error-tracking') ?? { text: '' }));
    const of = (id: number) => asks.filter(({ panel }) => panel?.id === id).map(({ instant, range, columns, minInterval }) => ({ instant, range, columns, minInterval }));
    expect([of(30), of(32)]).toEqual([
      [{ instant: true, range: 'now-3h', columns: 8, minInterval: '1m' }],
      [{ instant: false, range: '30d', columns: 24, minInterval: '1m' }],
    ]);
  });
});
