import { type QueryUse, canonical } from '@bud-o11y/model';
import { recordingGroups } from '@bud-o11y/rules';
import type { Panel as SdkPanel } from '@grafana/grafana-foundation-sdk/dashboard';
import { type DataLink, type DataLinkJson, linkJson } from '../links.ts';
import { type FieldStyle, type OverrideJson, overrideJson } from './field-style.ts';
import { type ValueMapping, mappingJson } from './mappings.ts';
import { type Shape, type Target, type WrittenTarget, datasourceOf, languageOf, writeTarget } from './target.ts';
import { type Thresholds, type ThresholdsJson, neutral, thresholdsJson } from './thresholds.ts';
import { type PanelUnit, grafanaUnit } from './units.ts';
import { type Varying, combine } from './varying.ts';

/** What every panel says of itself, whatever it looks like. */
export interface PanelInput {
  /** Row * 10 + place in the row. A contract: alerts open panels by it (model, `dashboardNames`). */
  readonly id: number;
  readonly title: string;
  /** What is shown, and what to make of it. */
  readonly description: string;
  /** Columns of 24, and lines. */
  readonly size: readonly [width: number, height: number];
  readonly unit: PanelUnit;
  readonly targets: readonly [Target, ...Target[]];
  readonly thresholds?: Thresholds;
  readonly links?: readonly DataLink[];
  readonly mappings?: readonly ValueMapping[];
  readonly fields?: readonly FieldStyle[];
  readonly transformations?: readonly { readonly id: string; readonly options: unknown }[];
  /** What stands there without data: `0` only where absence means zero. */
  readonly noValue?: string;
  readonly decimals?: number;
  /** A time of its own, such as `30d`. */
  readonly timeFrom?: string;
}

/** A panel whose looks are built once; the rest waits for an environment. */
export interface Panel {
  readonly input: PanelInput;
  readonly base: SdkPanel;
  readonly targets: readonly Varying<WrittenTarget>[];
  readonly thresholds: Varying<ThresholdsJson>;
  readonly links: Varying<readonly DataLinkJson[]>;
  readonly overrides: Varying<readonly OverrideJson[]>;
  /** Queries that its Explore links open. */
  readonly opens: readonly QueryUse[];
}

/** What the SDK's panel builders have in common; they share no type of their own. */
export interface PanelBuilder {
  id(id: number): this;
  title(title: string): this;
  description(description: string): this;
  datasource(datasource: { type?: string; uid?: string }): this;
  unit(unit: string): this;
  noValue(text: string): this;
  decimals(decimals: number): this;
  interval(interval: string): this;
  timeFrom(timeFrom: string): this;
  transformations(transformations: { id: string; options: unknown }[]): this;
  mappings(mappings: ReturnType<typeof mappingJson>[]): this;
  build(): SdkPanel;
}

/** Interval of the recording groups: a finer step only repeats samples. */
const recordedInterval = '1m';
const recorded: ReadonlySet<string> = new Set(recordingGroups.flatMap(({ series }) => series.map(({ metric }) => metric)));

/** Finishes a builder with what all panels share. */
export function panel(input: PanelInput, builder: PanelBuilder, shape: Shape): Panel {
  const targets = input.targets.map((target, index) => writeTarget(target, index, shape));
  builder
    .id(input.id)
    .title(input.title)
    .description(input.description)
    .datasource(datasourceOf(languageOf(input.targets[0])))
    .unit(grafanaUnit(input.unit))
    .noValue(input.noValue ?? 'no data');
  if (input.decimals !== undefined) builder.decimals(input.decimals);
  if (input.timeFrom !== undefined) builder.timeFrom(input.timeFrom);
  if (input.mappings !== undefined) builder.mappings(input.mappings.map(mappingJson));
  if (input.transformations !== undefined) builder.transformations([...input.transformations]);
  if (targets.some((target) => 'fixed' in target && target.fixed.reads.some((name) => recorded.has(name)))) builder.interval(recordedInterval);
  return {
    input,
    base: canonical(builder.build()),
    targets,
    thresholds: thresholdsJson(input.thresholds ?? neutral),
    links: combine((input.links ?? []).map(linkJson), (links) => links),
    overrides: combine((input.fields ?? []).map(overrideJson), (overrides) => overrides),
    opens: queriesOfLinks(input),
  };
}

function queriesOfLinks({ id, title, links = [], fields = [] }: PanelInput): readonly QueryUse[] {
  return [...links, ...fields.flatMap((style) => style.links ?? [])].flatMap((link) =>
    link.query === undefined ? [] : [{ at: `panel ${id} ${title} link ${link.title}`, query: link.query }],
  );
}
