import { reason } from './reason.ts';

const config = 'loki.structuredConfig';

/** Why Loki's values are as they are, where the environment's key does not say it. */
export const lokiReasons = [
  reason('deploymentMode', 'one program in several replicas: the volume of the platform needs no more', 'ADR 0007'),
  reason('loki.schemaConfig', 'append only: a period whose date is past says how written data is read; v13 holds structured metadata', 'document 4.1'),
  reason(`${config}.schema_config`, 'append only: a period whose date is past says how written data is read; v13 holds structured metadata', 'document 4.1'),
  reason('loki.storage', 'the chart asks for it beside the configuration', 'document 4.1'),
  reason('loki.storage.s3.s3ForcePathStyle', 'stores other than Amazon\'s have no host name per bucket', 'Loki'),
  reason(`${config}.analytics`, 'nothing is reported to the vendor', 'document 10'),
  reason(`${config}.ingester`, 'when a chunk of a quiet stream is written', 'document 4.1'),
  reason(`${config}.limits_config.retention_stream`, 'shorter retention for verbose logs', 'document 9.2'),
  reason(`${config}.limits_config.max_query_length`, 'a query may cover everything that is kept; Loki\'s default is 30 days and 1 hour', 'document 8'),
  reason(`${config}.limits_config.allow_structured_metadata`, 'fields of many values are no labels', 'document 4.3'),
  reason(`${config}.limits_config.discover_service_name`, 'no label may be added behind the five of the document', 'document 4.3'),
  reason(`${config}.limits_config.discover_log_levels`, 'the shipper sets the level, closed to five', 'document 4.3'),
  reason(`${config}.compactor`, 'without it the retention period is accepted and nothing is deleted', 'document 8'),
  reason(`${config}.ruler`, 'log rules are evaluated here and alerts sent to every Alertmanager', 'document 6'),
  reason(`${config}.ruler.enable_sharding`, 'each rule is evaluated by one replica, not by all', 'Loki'),
  reason(`${config}.ruler.ring`, 'replicas agree on who evaluates what by the gossip of the other rings', 'Loki'),
  reason('read', 'its default of three would be a second deployment mode, and the chart does not render', 'chart'),
  reason('write', 'its default of three would be a second deployment mode, and the chart does not render', 'chart'),
  reason('backend', 'its default of three would be a second deployment mode, and the chart does not render', 'chart'),
  reason('sidecar', 'rules come through the ruler\'s API, not from ConfigMaps', 'document 6'),
  reason('rbac', 'a Role is enough, and dev and staging may share a cluster', 'document 10'),
  reason('lokiCanary', 'its series and lines would be the platform\'s', 'chart'),
  reason('test', 'needs the canary', 'chart'),
  reason('chunksCache', 'worth its memory from two replicas on; the chart\'s own size is 8 GiB', 'chart'),
  reason('resultsCache', 'worth its memory from two replicas on', 'chart'),
  reason('gateway.resources', 'passes requests on: the same at every load of ours', 'packages/helm-values/src/resources.ts'),
  reason('gateway.replicas', 'a stateless front: two are enough', 'Loki'),
] as const;
