import { type DataLink, linkJson } from '../links.ts';
import { type Colour, colours } from './colours.ts';
import { type ValueMapping, mappingJson } from './mappings.ts';
import { type Thresholds, thresholdsJson } from './thresholds.ts';
import { type PanelUnit, grafanaUnit } from './units.ts';
import { type Varying, combine } from './varying.ts';

/** Which series or columns a style is for. */
export type FieldMatch = { readonly name: string } | { readonly regex: string } | { readonly refId: string };

/** What sets some series or columns of a panel apart from the others. */
export interface FieldStyle {
  readonly match: FieldMatch;
  readonly title?: string;
  readonly unit?: PanelUnit;
  readonly decimals?: number;
  readonly colour?: Colour;
  readonly thresholds?: Thresholds;
  readonly mappings?: readonly ValueMapping[];
  readonly links?: readonly DataLink[];
  /** The right-hand axis, for a second unit in one chart. */
  readonly axis?: 'right';
  readonly dashed?: true;
  /** Hides the line and keeps its exemplars: Grafana draws those of a series that it counts as shown, so the line has no width instead. */
  readonly lineless?: true;
  /** How a table cell shows its value. */
  readonly cell?: 'color-background' | 'gauge';
  readonly width?: number;
}

interface Property {
  readonly id: string;
  readonly value: unknown;
}

/** An override as Grafana stores it. */
export interface OverrideJson {
  readonly matcher: { readonly id: string; readonly options: string };
  readonly properties: readonly Property[];
}

/** Grafana's override for a style. The SDK's override helpers fit one matcher each; this is the one place for all of them. */
export function overrideJson(style: FieldStyle): Varying<OverrideJson> {
  const parts: Varying<Property>[] = [];
  const add = (id: string, value: unknown) => void (value === undefined || parts.push({ fixed: { id, value } }));
  const addVarying = (id: string, part: Varying<unknown>) => void parts.push(combine([part], ([value]) => ({ id, value })));
  add('displayName', style.title);
  add('unit', style.unit && grafanaUnit(style.unit));
  add('decimals', style.decimals);
  add('color', style.colour && { mode: 'fixed', fixedColor: colours[style.colour] });
  if (style.thresholds !== undefined) addVarying('thresholds', thresholdsJson(style.thresholds));
  add('mappings', style.mappings?.map(mappingJson));
  if (style.links !== undefined) addVarying('links', combine(style.links.map(linkJson), (links) => links));
  add('custom.axisPlacement', style.axis);
  add('custom.lineStyle', style.dashed && { fill: 'dash', dash: [10, 10] });
  add('custom.hideFrom', style.lineless && { viz: false, legend: true, tooltip: true });
  add('custom.lineWidth', style.lineless && 0);
  add('custom.fillOpacity', style.lineless && 0);
  add('custom.cellOptions', style.cell && { type: style.cell });
  add('custom.width', style.width);
  return combine(parts, (properties) => ({ matcher: matcher(style.match), properties }));
}

function matcher(match: FieldMatch): OverrideJson['matcher'] {
  if ('name' in match) return { id: 'byName', options: match.name };
  if ('regex' in match) return { id: 'byRegexp', options: match.regex };
  return { id: 'byFrameRefID', options: match.refId };
}
