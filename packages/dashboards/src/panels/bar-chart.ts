import { VisibilityMode, VizOrientation } from '@grafana/grafana-foundation-sdk/common';
import { PanelBuilder } from '@grafana/grafana-foundation-sdk/barchart';
import { FieldColorBuilder, FieldColorModeId } from '@grafana/grafana-foundation-sdk/dashboard';
import { type Panel, type PanelInput, panel } from './panel.ts';

/** One bar per value of a label, over the whole time shown. */
export function barChart(input: PanelInput): Panel {
  const builder = new PanelBuilder()
    .orientation(VizOrientation.Horizontal)
    .showValue(VisibilityMode.Auto)
    .colorScheme(new FieldColorBuilder().mode(FieldColorModeId.PaletteClassicByName));
  return panel(input, builder, 'table');
}
