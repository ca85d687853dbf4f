import { z } from 'zod';
import type { Values } from '../chart.ts';
import { address, duration, enabled, imageTag, limit, objectName, quantity, replicas, resources, tenantId } from './fields.ts';

const selector = z.strictObject({ matchLabels: z.record(z.string(), z.string()) });
const selfMonitor = z.strictObject({ selfMonitor: z.boolean() });
const monitored = z.strictObject({ monitor: enabled });

const remoteWrite = z.strictObject({
  name: z.string().min(1),
  url: address,
  sendExemplars: z.boolean(),
  headers: z.strictObject({ 'X-Scope-OrgID': tenantId }).optional(),
});

const spec = z.strictObject({
  image: z.strictObject({ tag: imageTag }),
  version: z.string().min(1),
  replicas,
  retention: duration,
  scrapeInterval: duration,
  evaluationInterval: duration,
  externalLabels: z.record(z.string(), z.string()),
  prometheusExternalLabelNameClear: z.boolean(),
  replicaExternalLabelName: z.string().optional(),
  replicaExternalLabelNameClear: z.boolean().optional(),
  enableFeatures: z.array(z.string()).readonly(),
  remoteWrite: z.array(remoteWrite).readonly(),
  alertingEndpoints: z.array(z.strictObject({ name: objectName, namespace: objectName, port: z.string().min(1), apiVersion: z.literal('v2') })).readonly(),
  ruleSelector: selector,
  ruleNamespaceSelector: selector,
  serviceMonitorSelectorNilUsesHelmValues: z.boolean(),
  serviceMonitorNamespaceSelector: selector,
  podMonitorSelectorNilUsesHelmValues: z.boolean(),
  podMonitorNamespaceSelector: selector,
  probeNamespaceSelector: selector,
  scrapeConfigNamespaceSelector: selector,
  /** Prometheus' own scrape jobs, which `promtool check config` knows better. */
  additionalScrapeConfigs: z.array(z.looseObject({ job_name: z.string().min(1) })).readonly() as z.ZodType<unknown, readonly Values[]>,
  storageSpec: z.strictObject({
    volumeClaimTemplate: z.strictObject({ spec: z.strictObject({ accessModes: z.array(z.string()).readonly(), resources: z.strictObject({ requests: z.strictObject({ storage: quantity.optional() }) }) }) }),
  }),
  resources,
});

/** Values of the kube-prometheus-stack chart that are set here. */
export const prometheusSchema = z.strictObject({
  fullnameOverride: objectName,
  grafana: enabled,
  alertmanager: enabled,
  defaultRules: z.strictObject({ create: z.boolean() }),
  crds: enabled,
  prometheusOperator: z.strictObject({
    enabled: z.boolean(),
    admissionWebhooks: enabled,
    tls: enabled,
    kubeletService: enabled,
    kubeletEndpointsEnabled: z.boolean(),
    serviceMonitor: selfMonitor,
    resources,
  }),
  nodeExporter: enabled,
  'prometheus-node-exporter': z.strictObject({ fullnameOverride: objectName, prometheus: monitored, resources }),
  'kube-state-metrics': z.strictObject({ fullnameOverride: objectName, namespaces: z.string().min(1), prometheus: monitored, resources }),
  kubernetesServiceMonitors: enabled,
  prometheus: z.strictObject({ serviceMonitor: selfMonitor, podDisruptionBudget: z.strictObject({ enabled: z.literal(true), minAvailable: limit }).optional(), prometheusSpec: spec }),
});

/** What `charts/prometheus.ts` may write. */
export type PrometheusValues = z.input<typeof prometheusSchema>;
