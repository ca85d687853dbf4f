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
    ['a Mimir 2 from before the one that is known', running(local, { mimir: '2.16.1' }), 'mimir', 'components.mimir', 'nothing here knows the configuration of mimir 2.16.1'],
    ['a collector from before its first renaming', running(production, { otelCollector: '0.142.0' }), 'otel-gateway', 'components.otelCollector', 'nothing here knows the configuration of otelCollector 0.142.0'],
    ['the same on a directory', running(local, { otelCollector: '0.110.0' }), 'otelcol', 'components.otelCollector', 'nothing here knows the configuration of otelCollector 0.110.0'],
    ['a collector of a major that nobody knows', running(production, { otelCollector: '1.158.0' }), 'otel-gateway', 'components.otelCollector', 'otelCollector 1.158.0'],
    ['Prometheus 2', running(production, { prometheus: '2.55.0' }), 'prometheus', 'components.prometheus', 'nothing here knows the configuration of prometheus 2.55.0'],
    ['an old Alloy', running(local, { alloy: '0.44.2' }), 'alloy', 'components.alloy', 'alloy 0.44.2'],
    ['an old Alertmanager', running(production, { alertmanager: '0.26.0' }), 'alertmanager', 'components.alertmanager', 'alertmanager 0.26.0'],
    ['a Grafana that nobody knows, on a directory', running(local, { grafana: '11.6.0' }), 'grafana', 'components.grafana', 'grafana 11.6.0'],
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

  it.each([{ mimir: '2.17.0' }, { loki: '2.9.0' }, { tempo: '2.10.0' }, { otelCollector: '0.143.0' }, { prometheus: '3.0.0' }, { alertmanager: '0.27.0' }])('takes the oldest that is known: %j', (components) => {
    expect(combinationProblems(running(local, components))).toEqual([]);
  });

  it('says of an old Alertmanager on a directory where it is seen, since its file is the alerts project\'s', () => {
    expect(renderHelmValues(running(local, { alertmanager: '0.26.0' })).flatMap(({ name, problems }) => problems.map(({ code }) => [name, code]))).toEqual([['compose', 'values-combination']]);
  });

  it('refuses Mimir and Tempo through a Kafka that is not there, each by itself', () => {
    const { kafka: _none, ...without } = production;
    expect(combinationProblems({ ...without, mimirWritePath: 'ingestStorage' }).map(({ where }) => where.artifact)).toEqual(['helm-values:mimir', 'helm-values:tempo']);
  });

  it('refuses ingest storage with Mimir 2 for both reasons', () => {
    expect(combinationProblems({ ...running(production, { mimir: '2.17.0' }), mimirWritePath: 'ingestStorage', kafka }).map(({ where }) => where.path)).toEqual(['components.mimir', 'mimirWritePath']);
  });
});
