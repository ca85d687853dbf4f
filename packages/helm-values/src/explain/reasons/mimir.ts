import { reason } from './reason.ts';

/** Why Mimir's values are as they are, where the environment's key does not say it. */
export const mimirReasons = [
  reason('mimir.structuredConfig.usage_stats', 'nothing is reported to the vendor', 'document 10'),
  reason('mimir.structuredConfig.limits.max_label_names_per_series', 'one label too many is a mistake, and multiplies series', 'document 9.1'),
  reason('mimir.structuredConfig.limits.max_global_exemplars_per_user', 'exemplars lead from a latency to its trace; 0 is Mimir\'s default', 'document 7'),
  reason('mimir.structuredConfig.limits.cardinality_analysis_enabled', 'which metric grew is the first question when the series limit is near', 'document 9.1'),
  reason('mimir.structuredConfig.limits.accept_ha_samples', 'two Prometheus servers send the same: one copy is kept', 'Mimir'),
  reason('mimir.structuredConfig.limits.ha_cluster_label', 'two Prometheus servers send the same: pairs are told apart by this label', 'Mimir'),
  reason('mimir.structuredConfig.limits.ha_replica_label', 'two Prometheus servers send the same: this label tells them apart', 'Mimir'),
  reason('mimir.structuredConfig.distributor.ha_tracker', 'who is the elected replica, told to all distributors', 'Mimir'),
  reason('mimir.structuredConfig.common.storage', 'the object store, once for all uses', 'document 3.1'),
  reason('mimir.structuredConfig.blocks_storage.storage_prefix', 'Mimir does not start when two uses share a bucket without prefixes', 'Mimir'),
  reason('mimir.structuredConfig.ruler_storage.storage_prefix', 'Mimir does not start when two uses share a bucket without prefixes', 'Mimir'),
  reason('mimir.structuredConfig.alertmanager_storage.storage_prefix', 'Mimir does not start when two uses share a bucket without prefixes', 'Mimir'),
  reason('mimir.structuredConfig.ruler.alertmanager_url', 'every Alertmanager must hear of every alert, so all are looked up by name', 'document 6.4'),
  reason('kafka.enabled', 'the chart brings a Kafka of one node, which is for trials', 'chart'),
  reason('minio.enabled', 'the object store is the environment\'s, not the chart\'s', 'document 3.1'),
  reason('alertmanager.enabled', 'alerts go to the standalone Alertmanager, whose secrets are files', 'document 6.4'),
  reason('rollout_operator.enabled', 'its webhooks are cluster-scoped and stop every rollout while it is down', 'chart'),
  reason('overrides_exporter.enabled', 'limits are read from the environment, by alerts and dashboards alike', 'document 9.1'),
  reason('ingester.zoneAwareReplication', 'zones need the rollout operator; replicas are spread over nodes instead', 'chart'),
  reason('store_gateway.zoneAwareReplication', 'zones need the rollout operator; replicas are spread over nodes instead', 'chart'),
  reason('query_frontend.replicas', 'a stateless front: two are enough, one where there is one querier', 'Mimir'),
  reason('query_scheduler.replicas', 'a stateless front: two are enough, one where there is one querier', 'Mimir'),
  reason('gateway.resources', 'passes requests on: the same at every load of ours', 'packages/helm-values/src/resources.ts'),
  reason('gateway.replicas', 'a stateless front: two are enough, one where there is one querier', 'Mimir'),
] as const;
