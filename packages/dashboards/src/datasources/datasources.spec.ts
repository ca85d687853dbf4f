import { describe, expect, it } from '@jest/globals';
import { environmentNamed, environmentNames, streamLabels } from '@bud-o11y/model';
import { literal } from './correlation.ts';
import { renderDatasources } from './index.ts';

interface Source {
  readonly uid: string;
  readonly url: string;
  readonly isDefault?: boolean;
  readonly jsonData: Readonly<Record<string, unknown>>;
}

const sourcesOf = (name: string) => (renderDatasources(environmentNamed(name)).data as unknown as { datasources: Source[] }).datasources;
const jsonOf = (uid: string) => sourcesOf('local').find((source) => source.uid === uid)?.jsonData ?? {};

describe('renderDatasources', () => {
  it.each(environmentNames)('%s gets the four stores under their fixed UIDs, one of them the default', (name) => {
    const sources = sourcesOf(name);
    expect(sources.map(({ uid }) => uid)).toEqual(['mimir', 'loki', 'tempo', 'alertmanager']);
    expect(sources.filter(({ isDefault }) => isDefault === true).map(({ uid }) => uid)).toEqual(['mimir']);
    expect(sources[0]?.url).toBe(`${environmentNamed(name).urls.mimir}/prometheus`);
  });

  it.each(environmentNames)('%s has no problem and no secret', (name) => {
    const artifact = renderDatasources(environmentNamed(name));
    expect(artifact.problems).toEqual([]);
    expect(artifact.text).not.toMatch(/secureJsonData|password|token/i);
  });

  it('speaks to the Alertmanager that stands alone', () => {
    expect(sourcesOf('production')[3]?.jsonData).toMatchObject({ implementation: 'prometheus' });
  });

  it('maps spans only to labels that Loki has', () => {
    const { tags } = jsonOf('tempo')['tracesToLogsV2'] as { tags: { value: string }[] };
    expect(tags).toHaveLength(3);
    expect(tags.filter(({ value }) => !(value in streamLabels))).toEqual([]);
  });

  it('draws the service map from the store that the samplers write their counts to', () => {
    expect(jsonOf('tempo')['serviceMap']).toEqual({ datasourceUid: 'mimir' });
    expect(sourcesOf('local').map(({ uid }) => uid)).toContain('mimir');
  });

  describe('a log line leads to the traces of its request', () => {
    const fields = jsonOf('loki')['derivedFields'] as readonly { readonly name: string; readonly matcherType: string; readonly matcherRegex: string; readonly url: string }[];
    const matchers = fields.map((field) => ({ ...field, pattern: new RegExp(field.matcherRegex.replaceAll('$$', '$')) }));

    it('by the line of document 4.2 as it is stored', () => {
      const found = matchers.filter(({ matcherType }) => matcherType === 'regex').map(({ pattern }) => pattern.exec('{"level":"error","request_id": "6f1c-42","message":"x"}')?.[1]);
      expect(found).toEqual(['6f1c-42']);
    });

    it.each([['request_id', 1], ['trace_id', 1], ['parent_request_id', 0], ['request_id_extracted', 0]])('by label %s: %i', (label, count) => {
      expect(matchers.filter(({ matcherType, pattern }) => matcherType === 'label' && pattern.test(label))).toHaveLength(count);
    });

    it('by one matcher under each name, since Grafana heeds only the first', () => {
      expect(new Set(fields.map(({ name }) => name)).size).toBe(fields.length);
    });
  });

  it('leaves no single dollar sign for Grafana to expand from its environment', () => {
    expect(renderDatasources(environmentNamed('local')).text.replaceAll('$$', '')).not.toContain('$');
  });
});

describe('literal', () => {
  it.each([['${__value.raw}', '$${__value.raw}'], ['{$__tags}', '{$$__tags}'], ['no sign', 'no sign']])('%s becomes %s', (text, written) => {
    expect(literal(text)).toBe(written);
  });
});
