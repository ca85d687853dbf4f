import type { DataQueryKind, PanelQueryKind } from '@grafana/grafana-foundation-sdk/dashboardv2';
import type { TargetJson } from '../panels/target.ts';

/** Version of the query kinds of the data sources, as Grafana's own conversion writes it: none has made another yet. */
const version = 'v0';

interface Source {
  readonly type?: string;
  readonly uid?: string;
}

/** A query of a data source: its plug-in as the group, the source by name or by the dashboard's variable. */
export function dataQuery({ type = '', uid = '' }: Source, spec: Readonly<Record<string, unknown>>): DataQueryKind {
  return { kind: 'DataQuery', group: type, version, datasource: { name: uid }, spec };
}

/** A target of a panel: its name and its source stand outside of what the source is asked. */
export function panelQuery({ refId, datasource, ...spec }: TargetJson): PanelQueryKind {
  return { kind: 'PanelQuery', spec: { refId, hidden: false, query: dataQuery(datasource, spec) } };
}
