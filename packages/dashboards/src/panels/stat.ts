import { BigValueColorMode, BigValueGraphMode, BigValueTextMode, ReduceDataOptionsBuilder } from '@grafana/grafana-foundation-sdk/common';
import { FieldColorBuilder, FieldColorModeId } from '@grafana/grafana-foundation-sdk/dashboard';
import { PanelBuilder } from '@grafana/grafana-foundation-sdk/stat';
import { noData } from './mappings.ts';
import { type Panel, type PanelInput, panel } from './panel.ts';

/** One number. With thresholds the background carries the colour; a curve behind it shows where it comes from. */
export function stat(input: PanelInput & { readonly sparkline?: false }): Panel {
  const { sparkline, ...rest } = input;
  const judged = rest.thresholds !== undefined && rest.thresholds.length > 1;
  const builder = new PanelBuilder()
    .graphMode(sparkline === false ? BigValueGraphMode.None : BigValueGraphMode.Area)
    .colorMode(judged ? BigValueColorMode.Background : BigValueColorMode.Value)
    .textMode(rest.targets.length > 1 ? BigValueTextMode.ValueAndName : BigValueTextMode.Value)
    .reduceOptions(new ReduceDataOptionsBuilder().calcs(['lastNotNull']))
    .colorScheme(new FieldColorBuilder().mode(FieldColorModeId.Thresholds));
  return panel({ ...rest, mappings: [...(rest.mappings ?? []), noData] }, builder, sparkline === false ? 'instant' : 'range');
}
