import type { FieldConfigSource, PanelKind, QueryGroupKind, TransformationKind, VizConfigKind } from '@grafana/grafana-foundation-sdk/dashboardv2';
import type { PlacedPanel } from '../panels/place.ts';
import { panelQuery } from './query.ts';

/** Name of a panel's element. Links to a panel (`viewPanel=panel-11`) call it the same in both schemas. */
export function elementName({ id }: Pick<PlacedPanel, 'id'>): string {
  return `panel-${id}`;
}

/**
 * A panel as an element. Its place is the layout's business, and what belongs to repeated and library panels is left out,
 * since there are none.
 */
export function panelElement(panel: PlacedPanel, grafanaVersion: string): PanelKind {
  const { id = 0, title = '', description = '', transparent = false } = panel;
  return {
    kind: 'Panel',
    spec: { id, title, description, transparent, links: (panel.links ?? []).map((link) => ({ ...link })), data: queryGroup(panel), vizConfig: vizConfig(panel, grafanaVersion) },
  };
}

function queryGroup({ targets, transformations = [], interval, timeFrom }: PlacedPanel): QueryGroupKind {
  return {
    kind: 'QueryGroup',
    spec: {
      queries: targets.map(panelQuery),
      transformations: transformations.map(({ id, ...spec }): TransformationKind => ({ kind: 'Transformation', group: id, spec: spec as TransformationKind['spec'] })),
      queryOptions: { ...(interval === undefined ? {} : { interval }), ...(timeFrom === undefined ? {} : { timeFrom }) },
    },
  };
}

/** Options and field configuration are the same JSON in both schemas; the SDK only types their enumerations twice. */
function vizConfig({ type, options = {}, fieldConfig }: PlacedPanel, grafanaVersion: string): VizConfigKind {
  return { kind: 'VizConfig', group: type, version: grafanaVersion, spec: { options, fieldConfig: fieldConfig as unknown as FieldConfigSource } };
}
