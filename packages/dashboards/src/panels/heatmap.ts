import { HeatmapColorMode, HeatmapColorOptionsBuilder, HeatmapColorScale, HeatmapTooltipBuilder, PanelBuilder, YAxisConfigBuilder } from '@grafana/grafana-foundation-sdk/heatmap';
import { TooltipDisplayMode } from '@grafana/grafana-foundation-sdk/common';
import { type Panel, type PanelInput, panel } from './panel.ts';
import { type PanelUnit, grafanaUnit } from './units.ts';

/** A distribution over time from the buckets of a histogram; `unit` is that of a cell, `axis` that of the buckets. */
export function heatmap(input: PanelInput & { readonly axis: PanelUnit }): Panel {
  const { axis, ...rest } = input;
  const builder = new PanelBuilder()
    .color(new HeatmapColorOptionsBuilder().mode(HeatmapColorMode.Scheme).scheme('Oranges').scale(HeatmapColorScale.Exponential).steps(64))
    .yAxis(new YAxisConfigBuilder().unit(grafanaUnit(axis)))
    .tooltip(new HeatmapTooltipBuilder().mode(TooltipDisplayMode.Single))
    .cellGap(1);
  return panel(rest, builder, 'heatmap');
}
