import { describe, expect, it } from '@jest/globals';
import { environmentNamed } from '@bud-o11y/model';
import { dashboards, renderDashboards } from './index.ts';
import { variables } from './variables.ts';

const artifacts = renderDashboards(environmentNamed('local')).filter(({ kind }) => kind === 'dashboard');

interface VariableJson {
  readonly name: string;
  readonly query?: unknown;
  readonly allValue?: string;
  readonly includeAll?: boolean;
}

const defined = (text: string): readonly VariableJson[] => (JSON.parse(text) as { templating: { list: VariableJson[] } }).templating.list;

describe('the variables of each dashboard', () => {
  it.each(artifacts)('$name defines what its queries name, and nothing that nothing uses', ({ queries, text }) => {
    const named = new Set(queries.flatMap(({ query }) => query.variables));
    const byDatasource = [...text.matchAll(/"uid": "\$\{(\w+)\}"/g)].map((match) => match[1] ?? '');
    expect(defined(text).map(({ name }) => name).toSorted()).toEqual([...new Set([...named, ...byDatasource])].toSorted());
  });

  it.each(artifacts)('$name puts a variable after those that it is chained to', ({ text }) => {
    const list = defined(text);
    list.forEach(({ query }, at) => {
      const earlier = list.slice(0, at).map(({ name }) => name);
      const named = [...JSON.stringify(query ?? '').matchAll(/\$(\w+)/g)].map((match) => match[1]);
      expect(named.filter((name) => !earlier.includes(name ?? ''))).toEqual([]);
    });
  });

  it.each(artifacts)('$name never lets All match nothing', ({ text }) => {
    const all = defined(text).filter(({ includeAll }) => includeAll === true);
    expect(all.filter(({ allValue = '' }) => allValue === '' || new RegExp(`^(?:${allValue})$`).test(''))).toEqual([]);
  });
});

describe('variables', () => {
  it('are the five of document 7.2 and those that the house adds', () => {
    expect(Object.values(variables).map(({ name }) => name)).toEqual([
      'datasource', 'loki_datasource', 'tempo_datasource', 'namespace', 'service', 'cluster', 'endpoint', 'model', 'interval', 'user',
    ]);
  });

  it.each([
    ['namespace', 'label_values(up{job=~"bud.*"}, namespace)'],
    ['service', 'label_values(up{job=~"bud.*", namespace=~"$namespace"}, job)'],
    ['endpoint', 'label_values(inference:throughput:5m, endpoint)'],
  ] as const)('%s is looked up by %s', (name, text) => {
    expect(variables[name].json.definition).toBe(text);
  });

  it('are all used by some dashboard', () => {
    const used = new Set(dashboards.flatMap((dashboard) => dashboard.variables.map(({ name }) => name)));
    expect(Object.values(variables).filter(({ name }) => !used.has(name))).toEqual([]);
  });
});
