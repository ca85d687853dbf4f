import type * as barchart from '@grafana/grafana-foundation-sdk/barchart';
import type * as bargauge from '@grafana/grafana-foundation-sdk/bargauge';
import type * as classic from '@grafana/grafana-foundation-sdk/dashboard';
import type * as v2 from '@grafana/grafana-foundation-sdk/dashboardv2';
import type * as heatmap from '@grafana/grafana-foundation-sdk/heatmap';
import type * as logs from '@grafana/grafana-foundation-sdk/logs';
import type { dataquery as LokiQuery } from '@grafana/grafana-foundation-sdk/loki';
import type { Dataquery as PrometheusQuery } from '@grafana/grafana-foundation-sdk/prometheus';
import type * as stat from '@grafana/grafana-foundation-sdk/stat';
import type * as statetimeline from '@grafana/grafana-foundation-sdk/statetimeline';
import type * as statushistory from '@grafana/grafana-foundation-sdk/statushistory';
import type * as table from '@grafana/grafana-foundation-sdk/table';
import type { Dataquery as TempoQuery } from '@grafana/grafana-foundation-sdk/tempo';
import type * as timeseries from '@grafana/grafana-foundation-sdk/timeseries';

/** A type of the SDK as JSON can satisfy it: text for its enumerations of text, no method that only marks a type, and `any` as it is. */
export type Literal<T> = 0 extends 1 & T
  ? unknown
  : T extends string
    ? `${T}`
    : T extends readonly (infer Item)[]
      ? readonly Literal<Item>[]
      : T extends object
        ? { readonly [Key in keyof T as T[Key] extends () => void ? never : Key]: Literal<T[Key]> }
        : T;

/** Options and per-field settings of each kind of panel that is used here; the dashboard's own type has `any` for both. */
interface Plugins {
  readonly barchart: { readonly options: barchart.Options; readonly custom: barchart.FieldConfig };
  readonly bargauge: { readonly options: bargauge.Options; readonly custom: never };
  readonly heatmap: { readonly options: heatmap.Options; readonly custom: heatmap.FieldConfig };
  readonly logs: { readonly options: logs.Options; readonly custom: never };
  readonly stat: { readonly options: stat.Options; readonly custom: never };
  readonly 'state-timeline': { readonly options: statetimeline.Options; readonly custom: statetimeline.FieldConfig };
  readonly 'status-history': { readonly options: statushistory.Options; readonly custom: statushistory.FieldConfig };
  readonly table: { readonly options: table.Options; readonly custom: table.FieldConfig };
  readonly timeseries: { readonly options: timeseries.Options; readonly custom: timeseries.FieldConfig };
}

type PluginName = keyof Plugins;

/** Links of fields and panels. The classic types have dashboard links here, which Grafana does not want. */
type DataLinks = readonly Literal<v2.DataLink>[];

interface FieldConfig<Defaults, Name extends PluginName> {
  readonly defaults: Omit<Literal<Defaults>, 'custom' | 'links'> & { readonly custom?: Literal<Partial<Plugins[Name]['custom']>>; readonly links?: DataLinks };
  readonly overrides: Literal<v2.FieldConfigSource['overrides']>;
}

type Target = Literal<PrometheusQuery> | Literal<LokiQuery> | Literal<Partial<TempoQuery>>;

type ClassicPanel = {
  [Name in PluginName]: Omit<Literal<classic.Panel>, 'type' | 'options' | 'fieldConfig' | 'targets' | 'links'> & {
    readonly type: Name;
    readonly options: Literal<Plugins[Name]['options']>;
    readonly fieldConfig: FieldConfig<classic.FieldConfig, Name>;
    readonly targets: readonly Target[];
    readonly links?: DataLinks;
  };
}[PluginName];

type ClassicRow = Omit<Literal<classic.RowPanel>, 'panels'> & { readonly panels: readonly ClassicPanel[] };

/** Classic dashboard JSON, with panels typed by their kind. */
export type ClassicDashboard = Omit<Literal<classic.Dashboard>, 'panels'> & { readonly panels: readonly (ClassicPanel | ClassicRow)[] };

type Query<Group, Spec> = Omit<Literal<v2.DataQueryKind>, 'group' | 'spec'> & { readonly group: Group; readonly spec: Omit<Literal<Spec>, 'refId' | 'datasource'> };

type PanelQuery = Omit<Literal<v2.PanelQueryKind>, 'spec'> & {
  readonly spec: Omit<Literal<v2.PanelQuerySpec>, 'query'> & { readonly query: Query<'prometheus', PrometheusQuery> | Query<'loki', LokiQuery> | Query<'tempo', Partial<TempoQuery>> };
};

type VizConfig = {
  [Name in PluginName]: Omit<Literal<v2.VizConfigKind>, 'group' | 'spec'> & {
    readonly group: Name;
    readonly spec: { readonly options: Literal<Plugins[Name]['options']>; readonly fieldConfig: FieldConfig<v2.FieldConfig, Name> };
  };
}[PluginName];

interface Element {
  readonly kind: 'Panel';
  readonly spec: Omit<Literal<v2.PanelSpec>, 'data' | 'vizConfig'> & {
    readonly vizConfig: VizConfig;
    readonly data: { readonly kind: 'QueryGroup'; readonly spec: Omit<Literal<v2.QueryGroupSpec>, 'queries'> & { readonly queries: readonly PanelQuery[] } };
  };
}

/** A resource of `dashboard.grafana.app/v2`, with elements typed by their kind. */
export interface DashboardResource {
  readonly apiVersion: `${typeof v2.DashboardAPIVersion}`;
  readonly kind: 'Dashboard';
  readonly metadata: { readonly name: string; readonly annotations: Readonly<Record<string, string>> };
  readonly spec: Omit<Literal<v2.Dashboard>, 'elements'> & { readonly elements: Readonly<Record<string, Element>> };
}
