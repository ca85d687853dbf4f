import { type Environment, markers, releases } from '@bud-o11y/model';
import type { Chart } from '../chart.ts';
import { chartPins } from '../pins.ts';
import { resources, unsized } from '../resources.ts';
import { keptLongEnough } from '../rules/kept-long-enough.ts';
import { type PrometheusValues, prometheusSchema } from '../schemas/prometheus.ts';
import { kubernetesScrapes } from '../scrape/kubernetes.ts';

/** The scraping Prometheus: keeps the hot tier of document 8, sends everything to Mimir, evaluates only the alerts on that path (decisions 7 and 10). */
export const prometheus: Chart<PrometheusValues> = {
  release: releases.prometheus,
  pin: chartPins.prometheus,
  layer: 'collectors',
  schema: prometheusSchema,
  rules: [keptLongEnough('prometheus', 'prometheus.prometheusSpec.retention')],
  values: (environment) => ({
    // Names of cluster-scoped objects carry the environment (decisions 2).
    fullnameOverride: `prometheus-${environment.name}`,
    grafana: { enabled: false },
    alertmanager: { enabled: false },
    defaultRules: { create: false },
    crds: { enabled: environment.ownsClusterScope },
    prometheusOperator: operator(environment),
    ...exporters(environment),
    ...notScraped,
    prometheus: { serviceMonitor: { selfMonitor: false }, ...disruption(environment), prometheusSpec: spec(environment) },
  }),
};

/** One operator per cluster. Its rule webhook refuses LogQL (decisions 8), and needs install hooks that server-side apply does not run. */
function operator({ ownsClusterScope }: Environment): PrometheusValues['prometheusOperator'] {
  return { enabled: ownsClusterScope, admissionWebhooks: { enabled: false }, tls: { enabled: false }, kubeletService: { enabled: false }, kubeletEndpointsEnabled: false, serviceMonitor: { selfMonitor: false }, resources: resources(unsized.operator) };
}

/** node_exporter takes a port of every node, so one environment runs it and all scrape it; kube-state-metrics is per environment. */
function exporters({ name, namespaces, ownsClusterScope }: Environment): Pick<PrometheusValues, 'nodeExporter' | 'prometheus-node-exporter' | 'kube-state-metrics'> {
  return {
    nodeExporter: { enabled: ownsClusterScope },
    'prometheus-node-exporter': { fullnameOverride: `node-exporter-${name}`, prometheus: { monitor: { enabled: false } }, resources: resources(unsized.nodeExporter) },
    'kube-state-metrics': { fullnameOverride: `kube-state-metrics-${name}`, namespaces: [namespaces.observability, ...namespaces.apps].join(','), prometheus: { monitor: { enabled: false } }, resources: resources(unsized.kubeStateMetrics) },
  };
}

/** All but one stay. Not `maxUnavailable`: the chart's default of `minAvailable` would stand beside it, and Kubernetes takes one of the two. */
function disruption({ sizes }: Environment): Pick<PrometheusValues['prometheus'], 'podDisruptionBudget'> {
  const { replicas } = sizes.prometheus;
  return replicas > 1 ? { podDisruptionBudget: { enabled: true, minAvailable: replicas - 1 } } : {};
}

/** Parts of Kubernetes whose series no rule, alert or dashboard reads: they would only fill the series limit (document 9.1). */
const notScraped = { kubernetesServiceMonitors: { enabled: false } } as const;

function spec(environment: Environment): PrometheusValues['prometheus']['prometheusSpec'] {
  const { name, namespaces, retention, sizes, urls } = environment;
  const here = { matchLabels: { 'kubernetes.io/metadata.name': namespaces.observability } };
  return {
    image: { tag: `v${environment.components.prometheus}` },
    version: environment.components.prometheus,
    replicas: sizes.prometheus.replicas,
    retention: retention.metricsHot,
    scrapeInterval: environment.scrapeInterval,
    evaluationInterval: environment.scrapeInterval,
    externalLabels: { k8s_cluster: environment.k8sCluster },
    prometheusExternalLabelNameClear: true,
    // Mimir tells the two replicas apart by this label, and keeps one.
    ...(sizes.prometheus.replicas > 1 ? { replicaExternalLabelName: '__replica__' } : { replicaExternalLabelNameClear: true }),
    enableFeatures: ['exemplar-storage'],
    remoteWrite: [{ name: 'mimir', url: `${urls.mimir}/api/v1/push`, sendExemplars: true }],
    alertingEndpoints: [{ name: `${releases.alertmanager}-headless`, namespace: namespaces.observability, port: 'http', apiVersion: 'v2' }],
    ruleSelector: { matchLabels: { [markers.ruler]: 'prometheus', [markers.environment]: name } },
    ruleNamespaceSelector: here,
    serviceMonitorSelectorNilUsesHelmValues: false,
    serviceMonitorNamespaceSelector: here,
    podMonitorSelectorNilUsesHelmValues: false,
    podMonitorNamespaceSelector: here,
    probeNamespaceSelector: here,
    scrapeConfigNamespaceSelector: here,
    additionalScrapeConfigs: kubernetesScrapes(environment),
    storageSpec: { volumeClaimTemplate: { spec: { accessModes: ['ReadWriteOnce'], resources: { requests: { storage: sizes.prometheus.storage } } } } },
    resources: resources(sizes.prometheus),
  };
}
