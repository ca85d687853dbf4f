import { z } from 'zod';
import { type TeamName, teams } from './catalog/teams.ts';
import { durationMs, type Duration } from './duration.ts';
import { enoughReplicas, hasKeptFor, placedSecrets, servedSchema, withinLimit } from './environment-rules.ts';
import { objectRuleSchema } from './object-rules.ts';
import { type Sizes, sizedComponents } from './sizes/component.ts';
import { loadSchema } from './sizes/load.ts';
import { profiles } from './sizes/profiles.ts';

const duration = z.custom<Duration>((value) => typeof value === 'string' && durationMs(value) !== undefined, { error: 'not a duration such as 30s, 5m or 14d', abort: false });
const quantity = z.string().regex(/^\d+(\.\d+)?(Ki|Mi|Gi|Ti|m)?$/, 'not a Kubernetes quantity such as 500m, 2Gi or 4');
const dnsLabel = z.string().regex(/^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/, 'not a Kubernetes name: lower case letters, digits and -, 63 at most');
const url = z.string().regex(/^https?:\/\/[^\s/]+(\/\S*)?[^/\s]$/, 'not an http(s) URL without a slash at the end');
const version = z.string().regex(/^\d+\.\d+\.\d+$/, 'not a version such as 3.2.0');
const count = z.int().min(1).max(100);
const timeOfDay = z.string().regex(/^(([01]\d|2[0-3]):[0-5]\d|24:00)$/, 'not a time of day from 00:00 to 24:00');
const timeZone = z.string().refine(isTimeZone, 'not a time zone of the IANA database such as Europe/Berlin or UTC');
const ratio = z.number().min(0).max(1);

const sizeOverride = z.strictObject({ replicas: count, storage: quantity, cpu: quantity, memory: quantity }).partial();

const officeHours = z.strictObject({ start: timeOfDay, end: timeOfDay, timeZone }).refine(({ start, end }) => start < end, 'the end must come after the start, on the same day');

const targetSchema = z.discriminatedUnion('kind', [
  /** Files on this machine; `path` is below the workspace unless it is absolute. */
  z.strictObject({ kind: z.literal('directory'), path: z.string().min(1) }),
  /** A cluster, whose identity is pinned in identities.json (decisions 22). */
  z.strictObject({
    kind: z.literal('kubernetes'),
    context: z.string().min(1).optional(),
    /** What charts are rendered for; never asked of the cluster, so that a commit always gives the same objects. */
    kubeVersion: version,
    /** Groups and versions that the cluster serves beyond Kubernetes' own, as charts ask for them. */
    apiVersions: z.array(z.string().regex(/^[a-z0-9.-]+\/v[a-z0-9]+$/, 'not a group and version such as monitoring.coreos.com/v1')),
    /** Exceptions for fields that others write, and for objects that may be made anew; each with its reason. */
    objectRules: z.array(objectRuleSchema).default([]),
  }),
]);

/** By the database that Node brings. An offset such as `+02:00` is none: Alertmanager loads zones by name, and an offset knows no summer time. */
function isTimeZone(name: string): boolean {
  if (!/^[A-Za-z]/.test(name)) return false;
  try {
    const known = new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone;
    // Node forgives `europe/berlin`; the files that Alertmanager looks for do not. Another name is an alias, which both know.
    return known === name || known.toLowerCase() !== name.toLowerCase();
  } catch {
    return false;
  }
}

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
  /** How large the environment is at least, and how much of it may fail. */
  profile: z.enum(profiles),
  /** What is expected of it; its sizes follow by the formulas in sizes/. Below its limits. */
  load: loadSchema,
  /** Numbers that take the place of what the profile and the formulas give, such as the size of a volume that is there already. */
  sizeOverrides: z.partialRecord(z.enum(sizedComponents), sizeOverride).default({}),
  /** How samples reach Mimir's ingesters: pushed into as many as there are copies, or through Kafka (ADR 0007). */
  mimirWritePath: z.enum(['classic', 'ingestStorage']).default('classic'),
  /** Copies that Mimir and Loki keep of each sample and line. */
  replicationFactor: z.literal([1, 3]),
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
  /** Kafka for Tempo 3, and for Mimir where its write path goes through it. `partitions` holds for the topic of each. */
  kafka: z.strictObject({ address: z.string().min(1), partitions: count }).optional(),
  /** Document 8 and decisions 17. */
  retention: z.strictObject({ metricsHot: duration, metrics: duration, logs: duration, debugLogs: duration, logArchive: duration.optional(), traces: duration })
    .refine(...hasKeptFor('metricsHot', 'metrics'))
    .refine(...hasKeptFor('debugLogs', 'logs')),
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
    /**
     * Folder of the receivers' secret files: where the Secret is mounted, or a place below a directory target, in which
     * Alertmanager is started (it takes such paths from where it runs, and not from its configuration's folder).
     */
    secretsDirectory: z.string().regex(/^\/?[\w.-]+(\/[\w.-]+)*$/, 'not a folder such as /etc/alertmanager/secrets'),
    /** Secret that is mounted there. */
    secret: dnsLabel,
    /** When P3 may notify; `teamHours` has the teams that work at other hours or in another zone. */
    businessHours: officeHours,
    teamHours: z.partialRecord(z.enum(Object.keys(teams) as TeamName[]), officeHours).default({}),
  }),
  oidc: z.strictObject({ issuer: url, clientId: z.string().min(1), clientSecret: dnsLabel }).optional(),
  /** Metric packs that add dashboard rows. */
  packs: z.array(z.enum(['vllm', 'dcgm'])),
  /** What dashboards are written as: classic JSON, or resources of `dashboard.grafana.app/v2`, which reach Grafana by its API only (ADR 0012). */
  dashboardSchema: z.enum(['classic', 'v2']).default('classic'),
})
  .refine(...enoughReplicas('mimirIngester'))
  .refine(...enoughReplicas('mimirStoreGateway'))
  .refine(...enoughReplicas('loki'))
  .refine(...withinLimit('series', 'maxGlobalSeriesPerUser'))
  .refine(...withinLimit('samplesPerSecond', 'ingestionRate'))
  .refine(...placedSecrets)
  .refine(...servedSchema);

/** What an environment's file says, validated. */
export type DeclaredEnvironment = z.output<typeof environmentSchema>;
/** A validated environment, with the sizes that follow from it. */
export type Environment = DeclaredEnvironment & { readonly sizes: Sizes };
/** What an environment file writes. */
export type EnvironmentInput = z.input<typeof environmentSchema>;

/** Keeps the literal name, so that the list of environments is a type. */
export function environment<const Name extends string>(input: EnvironmentInput & { readonly name: Name }): EnvironmentInput & { readonly name: Name } {
  return input;
}
