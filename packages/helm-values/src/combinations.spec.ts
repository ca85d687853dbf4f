import { describe, expect, it } from '@jest/globals';
import { type Environment, environmentNamed, environmentNames } from '@bud-o11y/model';
import { combinationProblems } from './combinations.ts';
import { renderHelmValues } from './index.ts';
import { production } from './testing/broken.ts';

const local = environmentNamed('local');
const running = (environment: Environment, components: Partial<Environment['components']>): Environment => ({ ...environment, components: { ...environment.components, ...components } });
const kafka = { address: 'kafka.bud.svc:9092', partitions: 3 };

describe('combinationProblems', () => {
  it.each(environmentNames)('finds nothing in %s', (name) => {
    expect(combinationProblems(environmentNamed(name))).toEqual([]);
  });

  it.each([
    ['Tempo 2 by a chart of Tempo 3', running(production, { tempo: '2.10.8' }), 'tempo', 'components.tempo', 'the chart tempo-distributed 3.3.0 writes the configuration of tempo 3.0.3'],
    ['Mimir 2 by a chart of Mimir 3', running(production, { mimir: '2.17.0' }), 'mimir', 'components.mimir', 'and 2.17.0 refuses keys of it'],
    ['a Loki that nobody knows', running(local, { loki: '4.0.0' }), 'loki', 'components.loki', 'nothing here knows the configuration of loki 4.0.0'],
    ['ingest storage without Kafka on a directory', { ...local, mimirWritePath: 'ingestStorage' as const }, 'mimir', 'mimirWritePath', 'a directory has none'],
    ['ingest storage with fewer partitions than ingesters', { ...production, mimirWritePath: 'ingestStorage' as const, sizes: { ...production.sizes, mimirIngester: { ...production.sizes.mimirIngester, replicas: 6 } } }, 'mimir', 'kafka.partitions', '6 ingesters read a partition each, and there are 3'],
    ['more live stores than partitions', { ...production, sizes: { ...production.sizes, tempoLiveStore: { ...production.sizes.tempoLiveStore, replicas: 4 } } }, 'tempo', 'sizeOverrides.tempoLiveStore.replicas', '4 of them for 3 partitions'],
  ])('refuses %s', (_name, environment, release, path, says) => {
    const problems = combinationProblems(environment);
    expect(problems.map(({ code, where }) => [code, where.path])).toEqual([['values-combination', path]]);
    expect(problems[0]?.what).toContain(`${release} of ${environment.name}: `);
    expect(problems[0]?.what).toContain(says);
    expect(renderHelmValues(environment).find(({ name }) => name === release)?.problems).toEqual(problems);
  });

  it('refuses Mimir and Tempo through a Kafka that is not there, each by itself', () => {
    const { kafka: _none, ...without } = production;
    expect(combinationProblems({ ...without, mimirWritePath: 'ingestStorage' }).map(({ where }) => where.artifact)).toEqual(['helm-values:mimir', 'helm-values:tempo']);
  });

  it('refuses ingest storage with Mimir 2 for both reasons', () => {
    expect(combinationProblems({ ...running(production, { mimir: '2.17.0' }), mimirWritePath: 'ingestStorage', kafka }).map(({ where }) => where.path)).toEqual(['components.mimir', 'mimirWritePath']);
  });
});
