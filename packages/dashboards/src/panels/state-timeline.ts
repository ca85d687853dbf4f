import { LegendDisplayMode, LegendPlacement, TooltipDisplayMode, VisibilityMode, VizLegendOptionsBuilder, VizTooltipOptionsBuilder } from '@grafana/grafana-foundation-sdk/common';
import { FieldColorBuilder, FieldColorModeId } from '@grafana/grafana-foundation-sdk/dashboard';
import { PanelBuilder as TimelineBuilder } from '@grafana/grafana-foundation-sdk/statetimeline';
import { PanelBuilder as HistoryBuilder } from '@grafana/grafana-foundation-sdk/statushistory';
import { type Panel, type PanelInput, panel } from './panel.ts';

const legend = () => new VizLegendOptionsBuilder().showLegend(true).displayMode(LegendDisplayMode.List).placement(LegendPlacement.Bottom).calcs([]);
const tooltip = () => new VizTooltipOptionsBuilder().mode(TooltipDisplayMode.Multi);
const colour = () => new FieldColorBuilder().mode(FieldColorModeId.Thresholds);

/** One lane per series; equal neighbours are drawn as one bar, so that changes stand out. */
export function stateTimeline(input: PanelInput): Panel {
  const builder = new TimelineBuilder().mergeValues(true).showValue(VisibilityMode.Auto).fillOpacity(70).legend(legend()).tooltip(tooltip()).colorScheme(colour());
  return panel(input, builder, 'range');
}

/** One row of cells per series: readable where a chart of a hundred curves is not. */
export function statusHistory(input: PanelInput): Panel {
  const builder = new HistoryBuilder().showValue(VisibilityMode.Never).fillOpacity(80).legend(legend()).tooltip(tooltip()).colorScheme(colour());
  return panel({ ...input }, builder, 'range');
}
