import { describe, expect, it } from '@jest/globals';
import { catalogSeries, environmentNamed, metrics } from '@bud-o11y/model';
import type { Scenario } from './scenario.ts';
import { healthy, scenarios } from './scenarios.ts';
import { type MadeSeries, madeSeries } from './series.ts';
import { now, onset } from './timeline.ts';

const production = environmentNamed('production');
const start = now - 31 * 86_400;
const made = (scenario: Scenario): readonly MadeSeries[] => madeSeries(scenario, production, start);
const nameOf = ({ labels }: MadeSeries): string => labels['__name__'] ?? '';

describe('the series of the catalog', () => {
  const calm = made(healthy);

  it('are all there but ALERTS, which rules yield, and what only trouble brings', () => {
    const names = new Set(calm.filter(({ at }) => at(now) !== undefined).map(nameOf));
    const missing = [...catalogSeries.keys()].filter((name) => !names.has(name));
    expect(missing.toSorted()).toEqual(['ALERTS', 'cortex_discarded_samples_total', 'loki_discarded_samples_total', 'otelcol_exporter_send_failed_metric_points_total', 'otelcol_exporter_send_failed_spans_total', 'tempo_discarded_spans_total']);
  });

  it('are the same in every run', () => {
    expect(made(healthy).map(({ labels, at }) => [labels, at(now)])).toEqual(calm.map(({ labels, at }) => [labels, at(now)]));
  });

  it('have as many observations in the last bucket as they count', () => {
    const last = calm.filter(({ labels }) => labels['le'] === '+Inf').map(({ at }) => at(now));
    const counts = calm.filter((one) => catalogSeries.get(nameOf(one))?.spec.type === 'histogram' && nameOf(one).endsWith('_count'));
    expect(last).toEqual(counts.map(({ at }) => at(now)));
  });

  it('are never NaN', () => {
    expect(calm.filter(({ at }) => Number.isNaN(at(now)) || Number.isNaN(at(start))).map(nameOf)).toEqual([]);
  });

  it.each(scenarios.map((scenario) => ({ name: scenario.name, scenario })))('are the same before the onset of "$name"', ({ scenario }) => {
    const values = (of: readonly MadeSeries[]): readonly unknown[] => of.map(({ at }) => at(onset - 1));
    expect(values(made(scenario))).toEqual(values(calm));
  });
});

describe('a scenario', () => {
  it('changes the series that it names and no others', () => {
    const burst = made({ name: 'x', crosses: {}, effects: [{ metric: 'inferenceRequests', where: { endpoint: 'chat', status: 'error' }, becomes: { rate: 9 } }] });
    const calm = made(healthy);
    const changed = burst.filter(({ at }, index) => at(now) !== calm[index]?.at(now));
    expect(new Set(changed.map(({ labels: { __name__, endpoint, status } }) => `${__name__} ${endpoint} ${status}`))).toEqual(new Set([`${metrics.inferenceRequests.metric} chat error`]));
  });

  it('leaves nothing of a silent target but up, which is 0', () => {
    const gone = made({ name: 'x', crosses: {}, effects: [], silent: [{ job: 'budsim' }] }).filter(({ labels, at }) => labels['job'] === 'budsim' && at(now) !== undefined);
    expect(new Set(gone.map((one) => `${nameOf(one)} ${one.at(now)}`))).toEqual(new Set(['up 0']));
  });
});
