import { reason } from './reason.ts';

/** Why Alertmanager's values are as they are. */
export const alertmanagerReasons = [
  reason('extraArgs', 'the configuration is our ConfigMap, mounted apart from the secrets', 'document 6.4'),
  reason('config', 'the chart\'s own configuration is off', 'document 6.4'),
  reason('configmapReload', 'a changed ConfigMap takes effect without a restart', 'document 6.4'),
  reason('extraVolumes', 'configuration by ConfigMap, secrets by file from an existing Secret', 'document 6.4'),
  reason('extraVolumeMounts', 'configuration by ConfigMap, secrets by file from an existing Secret', 'document 6.4'),
  reason('podAntiAffinity', 'replicas on different nodes where there are enough', 'document 6'),
] as const;

/** Why Alloy's values are as they are. */
export const alloyReasons = [
  reason('crds', 'no resource of Alloy\'s own kind is used', 'chart'),
  reason('alloy.configMap', 'shipping of logs, their labels and volume; syncing of rules to the rulers', 'document 4.2, 4.3 and 9.2'),
  reason('alloy.clustering', 'one instance and not every node writes to the ruler', 'Alloy'),
  reason('alloy.storagePath', 'how far each log is read outlives the pod: a restart repeats no lines', 'Alloy'),
  reason('alloy.mounts', 'the node\'s folder for how far each log is read', 'Alloy'),
  reason('controller.volumes', 'how far each log is read stays on the node, as the logs do', 'Alloy'),
  reason('controller.tolerations', 'pods on tainted nodes write logs as well', 'document 4.2'),
  reason('alloy.enableReporting', 'nothing is reported to the vendor', 'document 10'),
  reason('controller', 'on every node: it reads the logs of that node', 'document 4'),
] as const;

/** Why Grafana's values are as they are. */
export const grafanaReasons = [
  reason('admin', 'the first user\'s password is in an existing Secret', 'document 10.1'),
  reason('grafana.ini.analytics', 'nothing is reported to the vendor', 'document 10'),
  reason('grafana.ini.users', 'who logs in is a Viewer until a role says more; Viewers may look into Explore', 'ADR 0013'),
  reason('grafana.ini.unified_alerting', 'rules are evaluated by the rulers; Grafana shows them', 'document 6'),
  reason('grafana.ini.auth', 'login and roles from Keycloak', 'document 10.1'),
  reason('extraSecretMounts', 'the client secret is a file of an existing Secret', 'document 10.1'),
  reason('sidecar', 'dashboards and data sources come from labelled ConfigMaps, read-only', 'document 7'),
  reason('rbac', 'a Role is enough, and dev and staging may share a cluster', 'document 10'),
  reason('testFramework', 'a pod of the chart\'s that tests nothing of ours', 'chart'),
  reason('persistence', 'one replica keeps its SQLite file on a volume; several share a database', 'Grafana'),
  reason('deploymentStrategy', 'two pods cannot share the volume of a rollout', 'Grafana'),
  reason('envFromSecrets', 'several replicas share a database, whose address is a secret', 'Grafana'),
] as const;

/** Why the object store's values are as they are. */
export const minioReasons = [
  reason('mode', 'for development: one node, one disk', 'document 3.1'),
  reason('replicas', 'for development: one node, one disk', 'document 3.1'),
  reason('users', 'the chart\'s own list has a user with a published password', 'chart'),
  reason('buckets', 'a bucket for each backend', 'document 3.1, 4.1 and 5.1'),
  reason('resources', 'the load of a development cluster', 'chart'),
  reason('consoleService', 'the console is not reached from outside', 'document 10'),
] as const;

/** Why the values of postgres_exporter are as they are. */
export const postgresExporterReasons = [
  reason('config', 'the connection string is in an existing Secret', 'document 10.2'),
  reason('resources', 'one database, one scrape in 15 s', 'chart'),
] as const;

const spec = 'prometheus.prometheusSpec';

/** Why Prometheus' values are as they are. */
export const prometheusReasons = [
  reason('grafana', 'installed as a release of its own', 'document 2'),
  reason('alertmanager', 'installed as a release of its own', 'document 2'),
  reason('defaultRules', 'no rule runs twice: the platform\'s are in the rulers', 'document 6'),
  reason('prometheusOperator', 'one operator per cluster; its webhook refuses LogQL and needs hooks of Helm', 'chart'),
  reason('prometheusOperator.resources', 'holds monitors and rules of the whole cluster', 'packages/helm-values/src/resources.ts'),
  reason('prometheus-node-exporter.resources', 'what a node shows does not grow with the load', 'packages/helm-values/src/resources.ts'),
  reason('kube-state-metrics.resources', 'holds the objects of the namespaces that it watches', 'packages/helm-values/src/resources.ts'),
  reason('prometheus-node-exporter', 'scraped by a job of ours, under the platform\'s labels', 'document 3.2'),
  reason('kube-state-metrics', 'scraped by a job of ours, under the platform\'s labels', 'document 3.2'),
  reason('kubernetesServiceMonitors', 'series that no rule, alert or dashboard reads', 'document 9.1'),
  reason('prometheus.serviceMonitor', 'scraped by a job of ours', 'document 3.2'),
  reason(`${spec}.prometheusExternalLabelNameClear`, 'the label would be on every series', 'document 9.1'),
  reason(`${spec}.replicaExternalLabelName`, 'Mimir tells two replicas apart by it, and keeps one', 'Mimir'),
  reason(`${spec}.replicaExternalLabelNameClear`, 'one replica needs no label', 'document 9.1'),
  reason(`${spec}.enableFeatures`, 'exemplars lead from a latency to its trace', 'document 7'),
  reason(`${spec}.remoteWrite`, 'everything goes to Mimir, exemplars too', 'document 3.1'),
  reason(`${spec}.alertingEndpoints`, 'every Alertmanager must hear of every alert', 'document 6.4'),
  reason(`${spec}.ruleSelector`, 'only the rules on the path to Mimir are evaluated here', 'document 6'),
  reason(`${spec}.ruleNamespaceSelector`, 'two environments may share a cluster', 'document 2'),
  reason(`${spec}.serviceMonitorSelectorNilUsesHelmValues`, 'monitors of others in the namespace are read too', 'chart'),
  reason(`${spec}.podMonitorSelectorNilUsesHelmValues`, 'monitors of others in the namespace are read too', 'chart'),
  reason(`${spec}.additionalScrapeConfigs`, 'jobs are named after the catalog\'s services, and set the labels that rules and dashboards use', 'document 3.2 and 9.1'),
  reason(`${spec}.storageSpec`, 'the hot tier is on a volume', 'document 8'),
] as const;
