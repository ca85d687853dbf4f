import { type DatasourcesArtifact, type Environment, datasources, makeArtifact } from '@bud-o11y/model';
import { derivedFields, exemplarToTrace, lineToTraces, serviceMap, spanToLogs, spanToMetrics, tracesTo } from './correlation.ts';

const { alertmanager, loki, mimir, tempo } = datasources;

const queries = [
  { at: 'datasource loki derived field request_id', query: lineToTraces },
  { at: 'datasource tempo tracesToLogs', query: spanToLogs },
  ...Object.entries(spanToMetrics).map(([name, query]) => ({ at: `datasource tempo tracesToMetrics ${name}`, query })),
];

/**
 * The provisioned data sources, with fixed UIDs and without a secret: all four are reached inside the cluster. Their
 * queries run when a person follows a link, so nothing has to be in place before them.
 */
export function renderDatasources(environment: Environment): DatasourcesArtifact {
  return makeArtifact({
    kind: 'datasources',
    project: 'dashboards',
    environment: environment.name,
    name: 'datasources',
    path: `dashboards/${environment.name}/datasources/datasources.yaml`,
    source: 'packages/dashboards/src/datasources/index.ts',
    data: { apiVersion: 1, prune: true, datasources: sources(environment) },
    queries,
  });
}

function sources({ urls, scrapeInterval }: Environment) {
  const common = { access: 'proxy', editable: false } as const;
  const alerting = { manageAlerts: true, alertmanagerUid: alertmanager.uid } as const;
  return [
    {
      name: mimir.name, uid: mimir.uid, type: mimir.type, ...common, url: `${urls.mimir}/prometheus`, isDefault: true,
      // `timeInterval` is the scrape interval: $__rate_interval is at least four times as long.
      jsonData: { prometheusType: 'Mimir', httpMethod: 'POST', timeInterval: scrapeInterval, incrementalQuerying: true, ...alerting, exemplarTraceIdDestinations: exemplarToTrace },
    },
    { name: loki.name, uid: loki.uid, type: loki.type, ...common, url: urls.loki, jsonData: { maxLines: 1_000, ...alerting, derivedFields } },
    {
      name: tempo.name, uid: tempo.uid, type: tempo.type, ...common, url: urls.tempo,
      jsonData: { ...tracesTo, serviceMap, nodeGraph: { enabled: true }, traceQuery: { timeShiftEnabled: true, spanStartTimeShift: '-1h', spanEndTimeShift: '1h' } },
    },
    // Silences are written to the Alertmanager that stands alone; Grafana's own alerting stays out of it (decisions 6).
    {
      name: alertmanager.name, uid: alertmanager.uid, type: alertmanager.type, ...common, url: urls.alertmanager,
      jsonData: { implementation: 'prometheus', handleGrafanaManagedAlerts: false },
    },
  ];
}
