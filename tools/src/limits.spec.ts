import { describe, expect, it } from '@jest/globals';
import { type Environment, environmentNamed, yamlText } from '@bud-o11y/model';
import { renderAlerts } from '@bud-o11y/alerts';
import { renderHelmValues } from '@bud-o11y/helm-values';

type Limits = Environment['limits'];

const production = environmentNamed('production');
const { limits } = production;

/** Names of alerts whose rule another environment would have different. */
function changedAlerts(environment: Environment): readonly string[] {
  const rules = (of: Environment) => new Map(renderAlerts(of).flatMap((artifact) => (artifact.kind === 'alert-rules' ? artifact.data.groups.flatMap((group) => group.rules) : [])).map((rule) => [rule.alert ?? '', yamlText(rule)] as const));
  const before = rules(production);
  return [...rules(environment)].filter(([alert, text]) => before.get(alert) !== text).map(([alert]) => alert).toSorted();
}

/** Without the indentation: a chart may want a number in two places. */
const linesOf = (text: string): readonly string[] => text.split('\n').map((line) => line.trim());

/** The releases that would be told another number, with the line that says so. */
function changedValues(environment: Environment): readonly string[] {
  const before = new Map(renderHelmValues(production).map(({ name, text }) => [name, new Set(linesOf(text))] as const));
  return renderHelmValues(environment).flatMap(({ name, text }) => [...new Set(linesOf(text))].filter((line) => before.get(name)?.has(line) !== true).map((line) => `${name} ${line}`));
}

const cases: readonly { readonly limit: string; readonly change: Limits; readonly values: readonly string[]; readonly alerts: readonly string[] }[] = [
  { limit: 'series', change: { ...limits, mimir: { ...limits.mimir, maxGlobalSeriesPerUser: 400_000 } }, values: ['mimir max_global_series_per_user: 400000'], alerts: ['MimirSeriesGrowth', 'MimirSeriesHigh', 'MimirSeriesNearLimit'] },
  { limit: 'samples per second', change: { ...limits, mimir: { ...limits.mimir, ingestionRate: 150_000 } }, values: ['mimir ingestion_rate: 150000'], alerts: ['MimirIngestionRateNearLimit'] },
  { limit: 'live traces', change: { ...limits, tempo: { maxTracesPerUser: 40_000 } }, values: ['tempo max_traces_per_user: 40000'], alerts: ['TempoLiveTracesNearLimit'] },
  { limit: 'series of a query', change: { ...limits, loki: { maxQuerySeries: 4_000 } }, values: ['loki max_query_series: 4000'], alerts: [] },
];

describe('limits', () => {
  it.each(cases)('of $limit are one number of the environment: its backend enforces it, and the alerts on it read it', ({ change, values, alerts }) => {
    const environment = { ...production, limits: change };
    expect(changedValues(environment)).toEqual(values);
    expect(changedAlerts(environment)).toEqual(alerts);
  });

  it('are the document\'s where customers are', () => {
    expect([limits.mimir.maxGlobalSeriesPerUser, limits.mimir.ingestionRate, limits.tempo.maxTracesPerUser, limits.loki.maxQuerySeries]).toEqual([500_000, 200_000, 50_000, 5_000]);
  });
});
