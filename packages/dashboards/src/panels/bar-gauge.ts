import { BarGaugeDisplayMode, ReduceDataOptionsBuilder, VizOrientation } from '@grafana/grafana-foundation-sdk/common';
import { PanelBuilder } from '@grafana/grafana-foundation-sdk/bargauge';
import { FieldColorBuilder, FieldColorModeId } from '@grafana/grafana-foundation-sdk/dashboard';
import { noData } from './mappings.ts';
import { type Panel, type PanelInput, panel } from './panel.ts';

/** One bar per series as it is now, longest first in the query; `max` is the full bar. Without thresholds its colour is that of the series in every chart. */
export function barGauge(input: PanelInput & { readonly min?: number; readonly max?: number }): Panel {
  const { min = 0, max, ...rest } = input;
  const judged = rest.thresholds !== undefined && rest.thresholds.length > 1;
  const builder = new PanelBuilder()
    .displayMode(BarGaugeDisplayMode.Basic)
    .orientation(VizOrientation.Horizontal)
    .reduceOptions(new ReduceDataOptionsBuilder().calcs(['lastNotNull']))
    .colorScheme(new FieldColorBuilder().mode(judged ? FieldColorModeId.Thresholds : FieldColorModeId.PaletteClassicByName))
    .min(min);
  if (max !== undefined) builder.max(max);
  return panel({ ...rest, mappings: [...(rest.mappings ?? []), noData] }, builder, 'instant');
}
