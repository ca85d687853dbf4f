import { describe, expect, it } from '@jest/globals';
import { type DashboardArtifact, type Environment, environmentNamed, environmentNames } from '@bud-o11y/model';
import { dashboards, renderDashboards } from '@bud-o11y/dashboards';
import { compile } from './compile.ts';
import { literalModule } from './program.ts';
import { anyToSdk, anyToUs, countUnchecked } from './unchecked.ts';

const schemas = ['classic', 'v2'] as const;
const dashboardsOf = (name: string, dashboardSchema: Environment['dashboardSchema']) =>
  renderDashboards({ ...environmentNamed(name), dashboardSchema }).filter((artifact): artifact is DashboardArtifact => artifact.kind === 'dashboard');

describe('every dashboard of every environment, put back as a literal', () => {
  it.each(schemas)('has the type that the SDK gives to schema %s', async (schema) => {
    const all = environmentNames.flatMap((name) => dashboardsOf(name, schema).map((artifact) => [`${name}-${artifact.name}`, literalModule(artifact)] as const));
    expect(all).toHaveLength(environmentNames.length * dashboards.length);
    expect(await compile(Object.fromEntries(all), process)).toEqual([]);
  }, 120_000);
});

/** A mistake in the text of a dashboard, and the key that the compiler is to name. */
const mistakes = [
  ['a key that there is not', '"tags"', '"tag"', '"tag"'],
  ['text where a truth value belongs', '"editable": false', '"editable": "no"', 'string'],
  ['a kind of panel that there is not', '"timeseries"', '"timeserie"', 'timeserie'],
  ['an option that its kind of panel has not', '"displayMode": "table"', '"displayMode": "tables"', 'tables'],
  ['a setting of fields that its kind of panel has not', '"spanNulls"', '"spanNull"', 'spanNull'],
  ['a key that no query has', '"legendFormat"', '"legendFormt"', 'legendFormt'],
  ['a colour mode that there is not', '"mode": "palette-classic-by-name"', '"mode": "palette-by-name"', 'palette-by-name'],
  ['a misspelt unit', '"unit"', '"units"', 'units'],
  ['a misspelt key of a variable', '"includeAll"', '"includeAl"', 'includeAl'],
  ['a misspelt key of a link', '"keepTime"', '"keepsTime"', 'keepsTime'],
] as const;

describe('a mistake in a dashboard', () => {
  it.each(schemas)('is found by the compiler in schema %s', async (schema) => {
    const artifact = dashboardsOf('production', schema).find(({ name }) => name === 'platform-overview');
    const planted = mistakes.map(([, before, after]) => ({ ...artifact, text: artifact?.text.replace(before, after) }) as DashboardArtifact);
    expect(planted.map(({ text }) => text === artifact?.text)).not.toContain(true);
    const found = await compile(Object.fromEntries(planted.map((one, at) => [`mistake${at}`, literalModule(one)])), process);
    expect(mistakes.map(([what, , , named], at) => [what, found.filter((line) => line.startsWith(`mistake${at}.ts`) && line.includes(named)).length])).toEqual(mistakes.map(([what]) => [what, 1]));
  }, 120_000);
});

describe('what the types leave open', () => {
  const counts = (any: readonly RegExp[]) => dashboardsOf('production', 'classic').map(({ data }) => countUnchecked(data, any));
  const share = (any: readonly RegExp[]) => counts(any).reduce((sum, { unchecked }) => sum + unchecked, 0) / counts(any).reduce((sum, { all }) => sum + all, 0);

  it('is two fifths of the values by the SDK alone, and a twentieth once panels are typed by their kind (ADR 0012)', () => {
    expect(share(anyToSdk)).toBeGreaterThan(0.35);
    expect(share(anyToUs)).toBeLessThan(0.08);
  });

  it('is counted by value, whatever holds it', () => {
    expect(countUnchecked({ panels: [{ options: { a: 1, b: [2, null] }, title: 'd' }] }, anyToSdk)).toEqual({ all: 4, unchecked: 3 });
  });
});
