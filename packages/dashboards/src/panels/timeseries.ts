import {
  GraphDrawStyle, GraphThresholdsStyleConfigBuilder, GraphThresholdsStyleMode, LegendDisplayMode, LegendPlacement, LineInterpolation,
  SortOrder, StackingConfigBuilder, StackingMode, TooltipDisplayMode, VisibilityMode, VizLegendOptionsBuilder, VizTooltipOptionsBuilder,
} from '@grafana/grafana-foundation-sdk/common';
import { FieldColorBuilder, FieldColorModeId } from '@grafana/grafana-foundation-sdk/dashboard';
import { PanelBuilder } from '@grafana/grafana-foundation-sdk/timeseries';
import { type Panel, type PanelInput, panel } from './panel.ts';

interface ChartInput extends PanelInput {
  readonly draw?: 'line' | 'bars' | 'steps';
  /** Only for shares that add up to a whole, and for counts of one kind of thing. */
  readonly stack?: 'normal' | 'percent';
  /** Lowest value of the axis; `auto` where values may be negative. */
  readonly min?: number | 'auto';
  readonly max?: number;
  /** Figures of the legend table beside the last value and the maximum. */
  readonly mean?: true;
  readonly axisLabel?: string;
}

/** Curves over time: the last value and the maximum in a legend table, and a dashed line where an alert fires. */
export function timeseries(input: ChartInput): Panel {
  const { draw = 'line', stack, min = 0, max, mean, axisLabel, ...rest } = input;
  const judged = rest.thresholds !== undefined && rest.thresholds.length > 1;
  const builder = new PanelBuilder()
    .drawStyle(draw === 'bars' ? GraphDrawStyle.Bars : GraphDrawStyle.Line)
    .lineInterpolation(draw === 'steps' ? LineInterpolation.StepAfter : LineInterpolation.Linear)
    .lineWidth(1)
    .fillOpacity(stack !== undefined || draw === 'bars' ? 60 : hasManyCurves(rest) ? 0 : 10)
    .showPoints(VisibilityMode.Never)
    .spanNulls(false)
    .colorScheme(new FieldColorBuilder().mode(FieldColorModeId.PaletteClassicByName))
    .legend(legend(mean === true ? ['lastNotNull', 'max', 'mean'] : ['lastNotNull', 'max']))
    .tooltip(new VizTooltipOptionsBuilder().mode(TooltipDisplayMode.Multi).sort(SortOrder.Descending));
  if (stack !== undefined) builder.stacking(new StackingConfigBuilder().mode(stack === 'percent' ? StackingMode.Percent : StackingMode.Normal).group('A'));
  if (judged) builder.thresholdsStyle(new GraphThresholdsStyleConfigBuilder().mode(GraphThresholdsStyleMode.Dashed));
  if (min !== 'auto') builder.min(min);
  if (max !== undefined) builder.max(max);
  if (axisLabel !== undefined) builder.axisLabel(axisLabel);
  return panel(rest, builder, 'range');
}

/** The fillings of many curves add up to a grey in which none of them is seen. */
function hasManyCurves({ targets }: PanelInput): boolean {
  return targets.length > 1 || targets.some(({ legend }) => legend.includes('{{'));
}

function legend(calcs: string[]): VizLegendOptionsBuilder {
  return new VizLegendOptionsBuilder().showLegend(true).displayMode(LegendDisplayMode.Table).placement(LegendPlacement.Bottom)
    .calcs(calcs).sortBy('Last *').sortDesc(true);
}
