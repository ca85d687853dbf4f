import { describe, expect, it } from '@jest/globals';
import { renderHelmValues } from '@bud-o11y/helm-values';
import { type HelmValuesArtifact, environmentNamed, environmentNames } from '@bud-o11y/model';
import { Ajv } from 'ajv';
import { freeForm, freeFormOf } from './free-form.ts';
import { countValues, overDefaults, pathsWithoutDefault } from './paths.ts';
import { hasReferenceCharts, referenceChart } from './reference-charts.ts';

const releases = environmentNames.flatMap((name) => renderHelmValues(environmentNamed(name)).filter((artifact): artifact is HelmValuesArtifact => artifact.kind === 'helm-values'));
const cases = releases.map((artifact) => ({ environment: artifact.environment, release: artifact.name, artifact }));
const environments = new Set(releases.map(({ environment }) => environment));

process.stdout.write(`values: ${releases.length} releases in ${environments.size} environments, ${releases.reduce((sum, { data }) => sum + countValues(data), 0)} values held against their schemas\n`);

describe('values', () => {
  it.each(cases)('of $release in $environment fit their schema', ({ artifact }) => {
    expect(artifact.problems).toEqual([]);
  });
});

if (hasReferenceCharts) {
  describe('values and the defaults of their charts', () => {
    it.each(cases)('$release in $environment sets nothing that the chart does not know', ({ artifact }) => {
      const chart = referenceChart(artifact.chart.name);
      if (chart === undefined) throw new Error(`there is no ${artifact.chart.name} among the charts`);
      expect(pathsWithoutDefault(artifact.data, chart.defaults, (path) => freeFormOf(chart.name, path) !== undefined).map((path) => path.join('.'))).toEqual([]);
    });

    it('has no exception that nothing needs', () => {
      const used = new Set(releases.flatMap((artifact) => pathsWithoutDefault(artifact.data, referenceChart(artifact.chart.name)?.defaults ?? {}, () => false).map((path) => freeFormOf(artifact.chart.name, path))));
      expect(Object.entries(freeForm).flatMap(([chart, entries]) => entries.filter((entry) => !used.has(entry)).map(({ path }) => `${chart}: ${path.join('.')}`))).toEqual([]);
    });
  });

  const withSchema = cases.flatMap((one) => {
    const chart = referenceChart(one.artifact.chart.name);
    return chart?.schema === undefined ? [] : [{ ...one, chart, schema: chart.schema }];
  });
  process.stdout.write(`values: ${withSchema.length} releases held against the JSON schemas of ${[...new Set(withSchema.map(({ chart }) => chart.name))].join(', ')}\n`);

  describe('values and the JSON schemas of their charts', () => {
    it.each(withSchema)('$release in $environment is accepted over the defaults', ({ artifact, chart, schema }) => {
      expect(errorsOf(schema, overDefaults(artifact.data, chart.defaults))).toEqual([]);
    });

    it('would refuse a wrong type', () => {
      const one = withSchema.find(({ release }) => release === 'otel-gateway');
      expect(errorsOf(one?.schema ?? {}, overDefaults({ ...one?.artifact.data, replicaCount: 'three' }, one?.chart.defaults ?? {}))).not.toEqual([]);
    });
  });
} else {
  const reason = 'skipped for want of ../shared/charts, which lies beside the repository and is part of no clone';
  process.stdout.write(`${reason}: values and the defaults and JSON schemas of their charts\n`);
  it.skip(`values and the defaults and JSON schemas of their charts (${reason})`, () => undefined);
}

/** What a schema refuses. The dialect's address is left out: one chart names none that a validator knows. */
function errorsOf({ $schema: _dialect, ...schema }: Readonly<Record<string, unknown>>, values: unknown): readonly string[] {
  const validate = new Ajv({ strict: false, allErrors: true, validateFormats: false }).compile(schema);
  return validate(values) ? [] : (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
}
