import { describe, expect, it } from '@jest/globals';
import { compareText, environmentNamed, environmentNames, sha256 } from '@bud-o11y/model';
import { load } from 'js-yaml';
import { renderHelmValues } from './index.ts';
import { at, clusters, rendered } from './testing/rendered.ts';

describe('renderHelmValues', () => {
  it.each(clusters)('writes one values file per release of $environment.name', ({ environment, artifacts }) => {
    expect(artifacts.map(({ path }) => path)).toEqual([
      'alertmanager', 'alloy', 'grafana', 'loki', 'mimir', ...(environment.objectStore.chart ? ['minio'] : []), 'otel-gateway', 'otel-sampler', 'postgres-exporter', 'prometheus', 'tempo',
    ].map((release) => `helm-values/${environment.name}/${release}.yaml`));
  });

  it('writes the programs\' own files where the target is a directory', () => {
    expect(renderHelmValues(environmentNamed('local')).map(({ path }) => path.replace('helm-values/local/config/', ''))).toEqual([
      'compose.yaml', 'config.alloy', 'grafana-dashboards.yaml', 'grafana.ini', 'loki.yaml', 'mimir.yaml', 'otelcol.yaml', 'prometheus.yml', 'tempo.yaml',
    ]);
  });

  it.each(rendered)('gives $environment.name the same bytes twice, in path order, without problems', ({ environment, artifacts }) => {
    const again = renderHelmValues(environment);
    expect(again.map(({ text }) => sha256(text))).toEqual(artifacts.map(({ text }) => sha256(text)));
    expect(artifacts.map(({ path }) => path)).toEqual(artifacts.map(({ path }) => path).sort(compareText));
    expect(artifacts.flatMap(({ problems }) => problems)).toEqual([]);
  });

  it.each(rendered)('writes YAML of $environment.name that reads back as its data', ({ artifacts }) => {
    for (const artifact of artifacts) {
      if (typeof artifact.data === 'string') continue;
      expect(load(artifact.text)).toEqual(JSON.parse(JSON.stringify(artifact.data)));
    }
  });

  it.each(rendered)('writes no line break of $environment.name as an escape: text of several lines is a block', ({ artifacts }) => {
    const escaped = artifacts
      .filter(({ path }) => /\.ya?ml$/.test(path))
      .flatMap(({ path, text }) => text.split('\n').filter((line) => /(?:^|[:-] )\s*"(?:[^"\\]|\\.)*?\\[nt]/.test(line)).map((line) => `${path}: ${line.trim().slice(0, 60)}`));
    expect(escaped).toEqual([]);
  });

  it('takes image tags from the environment, not from the chart', () => {
    for (const one of clusters) {
      const { components } = one.environment;
      expect(at(one, 'mimir', 'image', 'tag')).toBe(components.mimir);
      expect(at(one, 'loki', 'loki', 'image', 'tag')).toBe(components.loki);
      expect(at(one, 'tempo', 'tempo', 'image', 'tag')).toBe(components.tempo);
      expect(at(one, 'grafana', 'image', 'tag')).toBe(components.grafana);
      expect(at(one, 'alertmanager', 'image', 'tag')).toBe(`v${components.alertmanager}`);
      expect(at(one, 'prometheus', 'prometheus', 'prometheusSpec', 'image', 'tag')).toBe(`v${components.prometheus}`);
      expect(at(one, 'alloy', 'image', 'tag')).toBe(`v${components.alloy}`);
      for (const collector of ['otel-gateway', 'otel-sampler']) expect(at(one, collector, 'image', 'tag')).toBe(components.otelCollector);
    }
  });

  it('covers every environment of the catalog', () => {
    expect(rendered.map(({ environment }) => environment.name)).toEqual(environmentNames);
  });
});
