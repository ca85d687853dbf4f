import { type DashboardArtifact, classicDashboard } from '@bud-o11y/model';

/** From which value on a colour holds; `null` is the colour below all others. */
export interface StepJson {
  readonly value: number | null;
  readonly color: string;
}

/** Words and a colour for a value. */
export interface MappingJson {
  readonly type: string;
  readonly options: Readonly<Record<string, unknown>>;
}

/** A link of a value or of a panel. */
export interface LinkJson {
  readonly title: string;
  readonly url: string;
}

/** A query. Prometheus and Loki call it `expr`, Tempo `query`. */
export interface TargetJson {
  readonly refId: string;
  readonly datasource: { readonly type: string };
  readonly expr?: string;
  readonly query?: string;
  readonly legendFormat?: string;
}

/** What sets one series or column apart from the others. */
export interface OverrideJson {
  readonly matcher: { readonly id: string; readonly options: string };
  readonly properties: readonly { readonly id: string; readonly value: unknown }[];
}

/** A panel or, with the type `row`, the header of a row. */
export interface PanelJson {
  readonly id: number;
  readonly type: string;
  readonly title: string;
  readonly description?: string;
  readonly gridPos: { readonly x: number; readonly y: number; readonly w: number; readonly h: number };
  readonly targets?: readonly TargetJson[];
  readonly links?: readonly LinkJson[];
  readonly timeFrom?: string;
  readonly transformations?: readonly { readonly id: string; readonly options: Readonly<Record<string, unknown>> }[];
  readonly options?: Readonly<Record<string, unknown>>;
  readonly fieldConfig?: {
    readonly defaults?: {
      readonly unit?: string;
      readonly decimals?: number;
      readonly color?: { readonly mode: string };
      readonly min?: number;
      readonly max?: number;
      readonly noValue?: string;
      readonly thresholds?: { readonly steps: readonly StepJson[] };
      readonly mappings?: readonly MappingJson[];
      readonly links?: readonly LinkJson[];
      readonly custom?: Readonly<Record<string, unknown>>;
    };
    readonly overrides?: readonly OverrideJson[];
  };
  /** Of a row: whether it is folded, and the panels in it when it is. */
  readonly collapsed?: boolean;
  readonly panels?: readonly PanelJson[];
}

/** The part of a classic dashboard that a page shows. */
export interface DashboardJson {
  readonly uid: string;
  readonly title: string;
  readonly description?: string;
  readonly tags?: readonly string[];
  readonly time?: { readonly from: string };
  readonly refresh?: string;
  readonly templating?: { readonly list: readonly { readonly name: string; readonly label?: string; readonly description?: string }[] };
  readonly annotations?: { readonly list: readonly { readonly name: string; readonly enable: boolean; readonly expr?: string }[] };
  readonly panels?: readonly PanelJson[];
}

/** A rendered dashboard as the type of what is read of it: it comes from our own generator, which the structure checks hold to this form. */
export function dashboardJson(artifact: DashboardArtifact): DashboardJson {
  return classicDashboard(artifact) as unknown as DashboardJson;
}
