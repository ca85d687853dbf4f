import type { ProofOfLifeRun } from '@bud-o11y/model';
import { describe, expect, it } from '@jest/globals';
import { chartPanel } from '../fixtures/preview.ts';
import { body } from './body.ts';
import { htmlText } from './html.ts';

const answered = (panels: ProofOfLifeRun['panels']): ProofOfLifeRun => ({ scenario: 'healthy', from: 0, to: 600, stepSeconds: 60, panels });
const matrix = (points: [number, number | null][]) => ({ type: 'matrix' as const, series: [{ labels: { endpoint: 'chat' }, points }] });
const panel = chartPanel();
const query = 'rate(<wbr>errors_total';

describe('body', () => {
  it('draws what the engine answered', () => {
    expect(htmlText(body(panel, answered({ 11: { A: matrix([[0, 1], [60, 2]]) } })))).toMatch(/<svg class="canvas"/);
  });

  it.each([
    ['no run', panel, undefined, 'No data: the proof of life did not run.'],
    ['a run that did not ask it', panel, answered({}), 'No data: the proof of life did not run.'],
    ['a query for Loki', chartPanel({ targets: [{ refId: 'A', datasource: { type: 'loki' }, expr: 'sum(rate(errors_total[5m]))' }] }), answered({}), 'No data: no Loki was run.'],
    ['a query for Tempo', chartPanel({ targets: [{ refId: 'A', datasource: { type: 'tempo' }, query: 'sum(rate(errors_total[5m]))' }] }), answered({}), 'No data: no Tempo was run.'],
    ['an empty answer', chartPanel({ fieldConfig: { defaults: { noValue: '0' } } }), answered({ 11: { A: { type: 'matrix', series: [] } } }), '“0”: the queries gave nothing in “healthy”.'],
    ['an answer of holes', panel, answered({ 11: { A: matrix([[0, null]]) } }), '“no data”: the queries gave nothing in “healthy”.'],
  ])('says so for %s, and shows the query', (_, of, run, reason) => {
    const text = htmlText(body(of, run));
    expect(text).toContain(reason);
    expect(text).toContain(query);
  });

  it('leaves a query that does not fit to the list below', () => {
    const small = chartPanel({ gridPos: { x: 0, y: 0, w: 4, h: 4 } });
    expect(htmlText(body(small, undefined))).not.toContain(query);
  });
});
