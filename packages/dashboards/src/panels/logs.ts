import { LogsDedupStrategy, LogsSortOrder } from '@grafana/grafana-foundation-sdk/common';
import { PanelBuilder } from '@grafana/grafana-foundation-sdk/logs';
import { type Panel, type PanelInput, panel } from './panel.ts';

/** Log lines, newest first, with their fields on a click. */
export function logLines(input: Omit<PanelInput, 'unit'>): Panel {
  const builder = new PanelBuilder()
    .showTime(true)
    .wrapLogMessage(true)
    .enableLogDetails(true)
    .sortOrder(LogsSortOrder.Descending)
    .dedupStrategy(LogsDedupStrategy.None);
  return panel({ ...input, unit: 'count' }, builder, 'range');
}
