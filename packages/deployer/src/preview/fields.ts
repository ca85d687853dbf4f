import type { LinkJson, MappingJson, OverrideJson, PanelJson, StepJson } from './dashboard-json.ts';

/** How one series, or one column of a table, is shown: the panel's defaults with the overrides that match it. */
export interface Field {
  readonly title: string;
  readonly unit: string;
  readonly decimals?: number;
  readonly min?: number;
  readonly max?: number;
  readonly steps: readonly StepJson[];
  readonly mappings: readonly MappingJson[];
  readonly links: readonly LinkJson[];
  /** A colour of its own, by Grafana's name. */
  readonly colour?: string;
  readonly hidden: boolean;
  readonly dashed: boolean;
  readonly axis: 'left' | 'right';
  readonly cell?: string;
}

/** What overrides are looked up by. */
export interface FieldName {
  readonly name: string;
  readonly refId?: string;
}

/** Resolves the field of a series or column. Later overrides win, as in Grafana. */
export function fieldOf(panel: PanelJson, of: FieldName): Field {
  const { defaults = {}, overrides = [] } = panel.fieldConfig ?? {};
  const set = new Map(overrides.filter((override) => matches(override, of)).flatMap(({ properties }) => properties.map(({ id, value }) => [id, value] as const)));
  const get = <T>(id: string, otherwise: T): T => (set.has(id) ? (set.get(id) as T) : otherwise);
  const decimals = get('decimals', defaults.decimals);
  const colour = get<{ readonly fixedColor?: string }>('color', {}).fixedColor;
  const cell = get<{ readonly type?: string }>('custom.cellOptions', {}).type;
  return {
    title: get('displayName', of.name),
    unit: get('unit', defaults.unit ?? 'none'),
    ...(decimals === undefined ? {} : { decimals }),
    ...(defaults.min === undefined ? {} : { min: defaults.min }),
    ...(defaults.max === undefined ? {} : { max: defaults.max }),
    steps: get('thresholds', defaults.thresholds ?? { steps: [] }).steps,
    mappings: get('mappings', defaults.mappings ?? []),
    links: get('links', defaults.links ?? []),
    ...(colour === undefined ? {} : { colour }),
    hidden: get<{ readonly viz?: boolean }>('custom.hideFrom', {}).viz === true,
    dashed: get<{ readonly fill?: string }>('custom.lineStyle', {}).fill === 'dash',
    axis: get<string>('custom.axisPlacement', 'left') === 'right' ? 'right' : 'left',
    ...(cell === undefined ? {} : { cell }),
  };
}

function matches({ matcher }: OverrideJson, { name, refId }: FieldName): boolean {
  if (matcher.id === 'byName') return matcher.options === name;
  if (matcher.id === 'byFrameRefID') return matcher.options === refId;
  return matcher.id === 'byRegexp' && new RegExp(`^(?:${matcher.options})$`).test(name);
}
