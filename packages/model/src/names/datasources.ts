/** Data sources by what they hold. The UIDs are a contract: dashboards, links and provisioning all use them. */
export const datasources = {
  mimir: { uid: 'mimir', name: 'Mimir', type: 'prometheus', variable: 'datasource', language: 'promql' },
  loki: { uid: 'loki', name: 'Loki', type: 'loki', variable: 'loki_datasource', language: 'logql' },
  tempo: { uid: 'tempo', name: 'Tempo', type: 'tempo', variable: 'tempo_datasource', language: 'traceql' },
  alertmanager: { uid: 'alertmanager', name: 'Alertmanager', type: 'alertmanager', variable: 'alertmanager_datasource', language: undefined },
} as const;
