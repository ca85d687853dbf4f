import { describe, expect, it } from '@jest/globals';
import { environmentNamed } from '@bud-o11y/model';
import { dashboards } from './index.ts';
import { within } from './panels/varying.ts';

const production = environmentNamed('production');
const asked = dashboards.flatMap(({ uid, rows }) => rows.flatMap(({ panels }) => panels.flatMap((panel) => {
  const refIds = panel.targets.map((target) => within(target, production)).filter(({ json }) => json['exemplar'] === true).map(({ refId }) => refId);
  return refIds.map((refId) => ({ name: `${uid} ${panel.input.id} ${refId}`, refId, overrides: within(panel.overrides, production) }));
})));

describe('exemplars', () => {
  it('are asked for by charts of latency', () => {
    expect(asked.map(({ name }) => name)).toContain('inference-metrics 21 X');
  });

  it.each(asked)('$name draws no line and counts as shown: Grafana leaves out the dots of a hidden series', ({ refId, overrides }) => {
    const own = overrides.filter(({ matcher }) => matcher.id === 'byFrameRefID' && matcher.options === refId).flatMap(({ properties }) => properties);
    expect(Object.fromEntries(own.map(({ id, value }) => [id, value]))).toMatchObject({
      'custom.hideFrom': { viz: false, legend: true, tooltip: true }, 'custom.lineWidth': 0, 'custom.fillOpacity': 0,
    });
  });
});
