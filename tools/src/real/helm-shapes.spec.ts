import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { charts, renderHelmValues } from '@bud-o11y/helm-values';
import { type HelmValuesArtifact, environmentNamed, environmentNames, yamlText } from '@bud-o11y/model';
import { load } from 'js-yaml';
import { itWithProgram } from '../programs/for-specs.ts';
import { run } from '../programs/run.ts';

/**
 * What Helm makes of the values, with a chart of our own in the place of each pinned one: its schema is the one that the
 * values are typed by, its defaults are what their `null`s remove, and its only object repeats the values as a template sees them.
 */
type Values = Readonly<Record<string, unknown>>;
const releases = environmentNames.flatMap((name) => renderHelmValues(environmentNamed(name)).filter((artifact): artifact is HelmValuesArtifact => artifact.kind === 'helm-values'));
const template = 'apiVersion: v1\nkind: ConfigMap\nmetadata: { name: {{ .Release.Name }} }\ndata:\n  values: {{ .Values | toJson | quote }}\n';

/** The values without what is `null`, which is what a template gets to see. */
function withoutNulls(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutNulls);
  if (!isObject(value)) return value;
  return Object.fromEntries(Object.entries(value).filter(([, inner]) => inner !== null).map(([key, inner]) => [key, withoutNulls(inner)]));
}

/** The schema of a release's values. Patterns that look ahead are left out: Helm's expressions cannot, and zod has judged by them. */
function schemaOf(name: string): object | undefined {
  return charts.find(({ release }) => release === name)?.schema.toJSONSchema({
    unrepresentable: 'any',
    io: 'input',
    override: ({ jsonSchema }) => {
      if (jsonSchema.pattern?.includes('(?!') || jsonSchema.pattern?.includes('(?=')) delete jsonSchema.pattern;
    },
  });
}

/** Something at each place that holds a `null`, for it to remove; nothing elsewhere. */
function removed(value: Values): Values {
  return Object.fromEntries(Object.entries(value).flatMap(([key, inner]) => {
    if (inner === null) return [[key, { of: 'the chart' }]];
    const below = isObject(inner) ? removed(inner) : {};
    return Object.keys(below).length === 0 ? [] : [[key, below]];
  }));
}

function isObject(value: unknown): value is Values {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

describe('Helm, with charts of the same value shapes', () => {
  let folder = '';
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'helm-shapes-'));
  });
  afterAll(() => rm(folder, { recursive: true }));

  const chartFor = async ({ environment, name, text }: HelmValuesArtifact): Promise<readonly [chart: string, values: string]> => {
    const chart = join(folder, environment, name);
    await mkdir(join(chart, 'templates'), { recursive: true });
    await writeFile(join(chart, 'Chart.yaml'), `apiVersion: v2\nname: ${name}\nversion: 1.0.0\n`);
    await writeFile(join(chart, 'values.schema.json'), JSON.stringify(schemaOf(name)));
    await writeFile(join(chart, 'templates/values.yaml'), template);
    await writeFile(`${chart}.yaml`, text);
    return [chart, `${chart}.yaml`];
  };
  const helmRun = (helm: string, args: readonly string[]) => run(helm, args, { cwd: folder, env: { PATH: process.env['PATH'], HOME: folder }, timeoutMs: 60_000 });

  for (const artifact of releases) {
    itWithProgram('helm', `lints ${artifact.name} of ${artifact.environment} and hands every value on`, async (helm) => {
      const [chart, values] = await chartFor(artifact);
      const linted = await helmRun(helm, ['lint', '--strict', chart, '--values', values]);
      expect(linted.ok ? '' : linted.output).toBe('');
      // Only here, since lint keeps the defaults that a `null` removes; and without the schema, which lint has held the values against as they are written.
      await writeFile(join(chart, 'values.yaml'), yamlText(removed(artifact.data)));
      const { ok, output } = await helmRun(helm, ['template', artifact.name, chart, '--skip-schema-validation', '--values', values]);
      expect(ok ? '' : output).toBe('');
      const { data } = load(output) as { readonly data: { readonly values: string } };
      expect(JSON.parse(data.values)).toEqual(withoutNulls(artifact.data));
    });
  }

  itWithProgram('helm', 'would refuse a key that the values are not typed for', async (helm) => {
    const [artifact] = releases;
    if (artifact === undefined) throw new Error('there is no release');
    const [chart] = await chartFor(artifact);
    await writeFile(join(folder, 'misspelt.yaml'), yamlText({ ...artifact.data, replicaCuont: 3 }));
    expect(await helmRun(helm, ['lint', '--strict', chart, '--values', join(folder, 'misspelt.yaml')])).toMatchObject({ ok: false, output: expect.stringContaining('replicaCuont') });
  });

  it('has values that remove a default and values that are zero to look at', () => {
    const every = (value: unknown): readonly unknown[] => (isObject(value) ? Object.values(value).flatMap(every) : [value]);
    const values = releases.flatMap(({ data }) => every(data));
    expect([values.includes(null), values.includes(0)]).toEqual([true, true]);
  });
});
