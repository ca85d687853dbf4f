import { durationMs } from '@bud-o11y/model';
import { z } from 'zod';

/** A duration as Prometheus, Mimir and Loki read it: `90d`, `15s`. The unit is part of it. */
export const duration = z.string().refine((text) => durationMs(text) !== undefined, 'not a duration with a unit, such as 30s, 5m or 90d');

/** A duration as Go's own parser reads it, which knows no day: `168h`. */
export const goDuration = z.string().regex(/^(\d+(\.\d+)?(ms|s|m|h))+$/, 'not a duration in hours, minutes or seconds, such as 168h or 30s');

/** A Kubernetes quantity: `500m`, `2Gi`. */
export const quantity = z.string().regex(/^\d+(\.\d+)?(Ki|Mi|Gi|Ti|m)?$/, 'not a Kubernetes quantity such as 500m, 2Gi or 4');

/** Replicas of a workload; 0 is a number like others, and switches a part of a chart off. */
export const replicas = z.int().min(0).max(100);

/** A number of things of which none would be no limit but a refusal of everything. */
export const limit = z.int().min(1);

/** Bytes or objects: 0 is allowed, and means what the program says that it means. */
export const amount = z.int().min(0);

/** A TCP port. */
export const port = z.int().min(1).max(65_535);

/** Tag of an image: always a version, never a moving name. */
export const imageTag = z.string().regex(/^v?\d+\.\d+\.\d+$/, 'not the tag of one version, such as 3.2.0 or v0.34.2');

/** Name of a Kubernetes object. */
export const objectName = z.string().regex(/^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/, 'not a Kubernetes name: lower case letters, digits and -, 63 at most');

/** Name of a bucket, as every S3-compatible store takes it. */
export const bucket = z.string().regex(/^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/, 'not a bucket name: 3 to 63 lower case letters, digits, . and -');

/** Where a program keeps one use of a bucket that several uses share. Mimir takes letters and digits only. */
export const storagePrefix = z.string().regex(/^[A-Za-z0-9]+$/, 'not a storage prefix: letters and digits only');

/** host or host:port, without a scheme. */
export const hostPort = z.string().regex(/^[^/:\s]+(:\d+)?$/, 'not host or host:port');

/** An address that a program calls; Mimir marks a lookup by SRV record in front of the scheme. */
export const address = z.string().regex(/^(dnssrvnoa\+)?https?:\/\/[^\s/]+(\/\S*)?$/, 'not an http(s) address');

/** A secret value is a variable of the container, which its program expands. */
export const variable = z.string().regex(/^\$\{[A-Z][A-Z0-9_]*\}$/, 'not a reference to a variable such as ${S3_ACCESS_KEY_ID}: values of secrets stand in no file');

/** A tenant: what Mimir, Loki and Tempo all accept. `|` would join tenants, and `:` and `/` have meanings of their own. */
export const tenantId = z.string().regex(/^(?!\.{1,2}$)(?!__mimir_cluster$)[0-9A-Za-z!\-_.*'()]{1,150}$/, "not a tenant id: 1 to 150 of letters, digits and !-_.*'()");

/** Whether a part of a chart is installed at all. */
export const enabled = z.strictObject({ enabled: z.boolean() });

/** A memcached of a chart; its size in MiB. */
export const cache = z.union([z.strictObject({ enabled: z.literal(false) }), z.strictObject({ enabled: z.literal(true), allocatedMemory: limit })]);

/** Replicas of a stateless part that follow its load, in percent of the CPU that it asks for. */
export const autoscaling = z.strictObject({ enabled: z.literal(true), minReplicas: limit, maxReplicas: limit, targetCPUUtilizationPercentage: z.int().min(1).max(100) });

/** Requests and memory limit of one container. */
export const resources = z.strictObject({ requests: z.strictObject({ cpu: quantity, memory: quantity }), limits: z.strictObject({ memory: quantity }) });

/** Pods of which so many may be away at once. */
export const disruptionBudget = z.strictObject({ maxUnavailable: z.int().min(1) });

/** A file system that a container sees. */
export const volumeMount = z.strictObject({ name: z.string().min(1), mountPath: z.string().startsWith('/'), readOnly: z.boolean() });

/** Variables of a container, each from a key of a Secret. The last of two with one name would win in silence. */
export const secretVariables = z
  .array(z.strictObject({ name: z.string().min(1), valueFrom: z.strictObject({ secretKeyRef: z.strictObject({ name: objectName, key: z.string().min(1) }) }) }))
  .superRefine((variables, context) => {
    for (const [index, { name }] of variables.entries()) {
      if (variables.findIndex((other) => other.name === name) < index) context.addIssue({ code: 'custom', path: [index, 'name'], message: `the variable ${name} is named twice` });
    }
  })
  .readonly();
