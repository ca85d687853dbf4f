import { describe, expect, it } from '@jest/globals';
import { chartPins, charts } from './index.ts';
import { clusters } from './testing/rendered.ts';

/** Top-level keys that each pinned chart knows and that are used here: a misspelt one would be ignored in silence. */
const known: Readonly<Record<string, readonly string[]>> = {
  alertmanager: ['fullnameOverride', 'image', 'replicaCount', 'baseURL', 'extraArgs', 'config', 'configmapReload', 'persistence', 'resources', 'extraVolumes', 'extraVolumeMounts', 'podAntiAffinity', 'podDisruptionBudget'],
  alloy: ['fullnameOverride', 'image', 'crds', 'alloy', 'controller'],
  grafana: ['fullnameOverride', 'image', 'replicas', 'resources', 'admin', 'grafana.ini', 'extraSecretMounts', 'sidecar', 'rbac', 'testFramework', 'persistence', 'deploymentStrategy', 'envFromSecrets', 'podDisruptionBudget'],
  loki: ['fullnameOverride', 'deploymentMode', 'loki', 'singleBinary', 'read', 'write', 'backend', 'gateway', 'sidecar', 'rbac', 'lokiCanary', 'test', 'chunksCache', 'resultsCache'],
  'mimir-distributed': ['fullnameOverride', 'image', 'global', 'mimir', 'kafka', 'minio', 'alertmanager', 'rollout_operator', 'overrides_exporter', 'distributor', 'ingester', 'store_gateway', 'compactor', 'querier', 'query_frontend', 'query_scheduler', 'gateway', 'ruler'],
  minio: ['fullnameOverride', 'mode', 'replicas', 'existingSecret', 'users', 'buckets', 'persistence', 'resources', 'consoleService'],
  'opentelemetry-collector': ['mode', 'fullnameOverride', 'nameOverride', 'image', 'command', 'replicaCount', 'resources', 'alternateConfig', 'ports', 'podDisruptionBudget', 'extraEnvs', 'clusterRole', 'service'],
  'prometheus-postgres-exporter': ['fullnameOverride', 'nameOverride', 'config', 'resources'],
  'kube-prometheus-stack': ['fullnameOverride', 'grafana', 'alertmanager', 'defaultRules', 'crds', 'prometheusOperator', 'nodeExporter', 'prometheus-node-exporter', 'kube-state-metrics', 'kubernetesServiceMonitors', 'prometheus'],
  'tempo-distributed': ['fullnameOverride', 'reportingEnabled', 'multitenancyEnabled', 'global', 'tempo', 'traces', 'storage', 'overrides', 'ingest', 'distributor', 'liveStore', 'blockBuilder', 'querier', 'queryFrontend', 'memcached', 'cache'],
};

describe('charts', () => {
  it.each(clusters)('$environment.name sets only keys that the charts know', ({ artifacts }) => {
    for (const artifact of artifacts) {
      if (artifact.kind !== 'helm-values') throw new Error(`${artifact.name} is no chart's values`);
      const unknown = Object.keys(artifact.data).filter((key) => !known[artifact.chart.name]?.includes(key));
      expect({ release: artifact.name, unknown }).toEqual({ release: artifact.name, unknown: [] });
    }
  });

  it('names each release once, sorted, and pins a released version', () => {
    const releases = charts.map(({ release }) => release);
    expect(releases).toEqual([...new Set(releases)].sort());
    for (const { name, version } of Object.values(chartPins)) expect({ name, released: /^\d+\.\d+\.\d+$/.test(version) }).toEqual({ name, released: true });
  });

  it('ships the major that the environments run', () => {
    const major = (version: string): string | undefined => version.split('.')[0];
    for (const { environment: { components } } of clusters) {
      for (const component of ['mimir', 'loki', 'tempo', 'grafana', 'alertmanager', 'alloy', 'otelCollector'] as const) {
        expect(`${component} ${major(components[component])}`).toBe(`${component} ${major(chartPins[component].appVersion)}`);
      }
    }
  });
});
