import { PanelBuilder } from '@grafana/grafana-foundation-sdk/table';
import { type Panel, type PanelInput, panel } from './panel.ts';

/** Traces that a TraceQL search finds; Tempo's answer carries the link to each. Sampled: never a rate or an objective. */
export function traceList(input: Omit<PanelInput, 'unit'>): Panel {
  return panel({ ...input, unit: 'count' }, new PanelBuilder().filterable(true), 'table');
}
