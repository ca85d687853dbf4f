import { z } from 'zod';
import { durationMs, type Duration } from './duration.ts';

const duration = z.custom<Duration>((value) => typeof value === 'string' && durationMs(value) !== undefined, 'not a duration such as 30s, 5m or 14d');
const quantity = z.string().regex(/^\d+(\.\d+)?(Ki|Mi|Gi|Ti|m)?$/, 'not a Kubernetes quantity such as 500m, 2Gi or 4');
const dnsLabel = z.string().regex(/^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/, 'not a Kubernetes name: lower case letters, digits and -, 63 at most');
const url = z.string().regex(/^https?:\/\/[^\s/]+(\/\S*)?[^/\s]$/, 'not an http(s) URL without a slash at the end');
const version = z.string().regex(/^\d+\.\d+\.\d+$/, 'not a version such as 3.2.0');
const count = z.int().min(1).max(100);
const ratio = z.number().min(0).max(1);

const sized = z.strictObject({ replicas: count, storage: quantity.optional(), cpu: quantity, memory: quantity });

const targetSchema = z.discriminatedUnion('kind', [
  /** Files on this machine; `path` is below the workspace unless it is absolute. */
  z.strictObject({ kind: z.literal('directory'), path: z.string().min(1) }),
  /** A cluster, whose identity is pinned in identities.json (decisions 22). */
  z.strictObject({ kind: z.literal('kubernetes'), context: z.string().min(1).optional() }),
]);

/** Everything that differs between environments, and nothing else. Unknown keys are refused. */
export const environmentSchema = z.strictObject({
  name: dnsLabel,
  description: z.string().min(1),
  target: targetSchema,
  /** Whether this environment applies the operator and the CRDs of its cluster (decisions 2). */
  ownsClusterScope: z.boolean(),
  /** External label `k8s_cluster`: the platform's own cluster. */
  k8sCluster: dnsLabel,
  /** Helm release prefix of the platform's services: `{release}-budapp`. */
  release: dnsLabel,
  namespaces: z.strictObject({ observability: dnsLabel, apps: z.array(dnsLabel).min(1) }),
  domain: z.string().min(1),
  grafanaUrl: url,
  runbookBaseUrl: url,
  /** Base of links to the TypeScript sources. */
  sourceUrl: url,
  /** Addresses of the backends as Grafana, the collectors and the rulers reach them. */
  urls: z.strictObject({ mimir: url, loki: url, tempo: url, alertmanager: url, prometheus: url, otlpGrpc: z.string().min(1) }),
  /** Program versions; dev, staging and production run the same major of each (decisions 11). */
  components: z.strictObject({
    mimir: version, loki: version, tempo: version, grafana: version, prometheus: version,
    alertmanager: version, otelCollector: version, alloy: version,
  }),
  sizes: z.strictObject({
    mimirDistributor: sized, mimirIngester: sized, mimirStoreGateway: sized, mimirCompactor: sized, mimirQuerier: sized, mimirRuler: sized,
    loki: sized, tempoDistributor: sized, tempoLiveStore: sized, tempoBlockBuilder: sized, tempoQuerier: sized,
    grafana: sized, prometheus: sized, alertmanager: sized, otelGateway: sized, otelSampler: sized, alloy: sized.omit({ replicas: true, storage: true }),
  }),
  /** Copies that Mimir and Loki keep of each sample and line. */
  replicationFactor: z.union([z.literal(1), z.literal(3)]),
  objectStore: z.strictObject({
    /** host:port, without a scheme: Mimir, Loki and Tempo all want it so. */
    endpoint: z.string().regex(/^[^/:\s]+(:\d+)?$/, 'not host or host:port'),
    region: z.string().min(1),
    insecure: z.boolean(),
    /** Whether the environment brings the store itself (decisions 15: only dev). */
    chart: z.boolean(),
    buckets: z.strictObject({ mimir: z.string(), loki: z.string(), tempo: z.string(), logArchive: z.string() }),
    /** Secret with the keys `access-key-id` and `secret-access-key`. */
    credentialsSecret: dnsLabel,
    storage: quantity.optional(),
  }),
  /** Kafka for Tempo 3 (facts 1.6). */
  kafka: z.strictObject({ address: z.string().min(1), partitions: count }).optional(),
  /** Document 8 and decisions 17. */
  retention: z.strictObject({ metricsHot: duration, metrics: duration, logs: duration, debugLogs: duration, logArchive: duration.optional(), traces: duration }),
  sampling: z.strictObject({
    /** Share of ordinary traces that are kept; errors and slow traces always are (document 9.3). */
    traces: ratio,
    slowTrace: duration,
    /** Share of debug lines that are kept (document 9.2). */
    debugLogs: ratio,
    /** Lines per second and service above which the shipper drops. */
    logLinesPerSecond: z.int().min(1),
  }),
  tenancy: z.enum(['single', 'perProject']),
  limits: z.strictObject({
    mimir: z.strictObject({ maxGlobalSeriesPerUser: z.int().min(1), ingestionRate: z.int().min(1), ingestionBurstSize: z.int().min(1), rulesPerGroup: z.int().min(1), groupsPerTenant: z.int().min(1) }),
    loki: z.strictObject({ maxQuerySeries: z.int().min(1) }),
    tempo: z.strictObject({ maxTracesPerUser: z.int().min(1) }),
  }),
  scrapeInterval: duration,
  receivers: z.strictObject({
    email: z.strictObject({ to: z.email(), from: z.email(), smarthost: z.string().regex(/^[^\s:]+:\d+$/), username: z.string().min(1) }),
    slack: z.strictObject({ warning: z.string().startsWith('#'), info: z.string().startsWith('#'), security: z.string().startsWith('#') }),
    /** Whether critical alerts reach PagerDuty here; else they go where warnings go. */
    paging: z.boolean(),
    /** Folder in which the receivers' secret files are mounted. */
    secretsDirectory: z.string().startsWith('/'),
    /** Secret that is mounted there. */
    secret: dnsLabel,
    businessHours: z.strictObject({ start: z.string().regex(/^\d\d:\d\d$/), end: z.string().regex(/^\d\d:\d\d$/), timeZone: z.string().min(1) }),
  }),
  oidc: z.strictObject({ issuer: url, clientId: z.string().min(1), clientSecret: dnsLabel }).optional(),
  /** Metric packs that add dashboard rows. */
  packs: z.array(z.enum(['vllm', 'dcgm'])),
});

/** A validated environment. */
export type Environment = z.output<typeof environmentSchema>;
/** What an environment file writes. */
export type EnvironmentInput = z.input<typeof environmentSchema>;

/** Keeps the literal name, so that the list of environments is a type. */
export function environment<const Name extends string>(input: EnvironmentInput & { readonly name: Name }): EnvironmentInput & { readonly name: Name } {
  return input;
}
