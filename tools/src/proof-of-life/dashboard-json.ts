import type { DashboardArtifact } from '@bud-o11y/model';

/** What the proof reads of classic dashboard JSON, and nothing more. */
export interface DashboardJson {
  readonly uid: string;
  readonly title: string;
  readonly time: { readonly from: string };
  readonly templating: { readonly list: readonly VariableJson[] };
  readonly annotations: { readonly list: readonly AnnotationJson[] };
  readonly panels: readonly PanelJson[];
}

export interface VariableJson {
  readonly name: string;
  readonly type: string;
  readonly definition?: string;
  readonly allValue?: string;
  readonly datasource?: { readonly uid: string };
}

export interface AnnotationJson {
  readonly name: string;
  readonly expr: string;
  readonly datasource: { readonly uid: string };
}

export interface PanelJson {
  readonly id: number;
  readonly type: string;
  readonly title: string;
  readonly gridPos: { readonly w: number };
  readonly interval?: string;
  readonly timeFrom?: string;
  readonly targets?: readonly TargetJson[];
  readonly panels?: readonly PanelJson[];
  readonly fieldConfig?: {
    readonly defaults: { readonly thresholds?: ThresholdsJson };
    readonly overrides: readonly { readonly matcher: { readonly id: string; readonly options: unknown }; readonly properties: readonly { readonly id: string; readonly value?: unknown }[] }[];
  };
}

export interface TargetJson {
  readonly refId: string;
  readonly expr?: string;
  readonly instant?: boolean;
  readonly datasource: { readonly uid: string };
}

export interface ThresholdsJson {
  readonly steps: readonly { readonly value: number | null; readonly color: string }[];
}

/** The JSON of a rendered dashboard. Its text was written by our own generator, whose structure the dashboards' own specs hold. */
export function readDashboard(artifact: Pick<DashboardArtifact, 'text'>): DashboardJson {
  return JSON.parse(artifact.text) as DashboardJson;
}

/** Every panel that shows data, those of folded rows too. */
export function dataPanels(panels: readonly PanelJson[]): readonly PanelJson[] {
  return panels.flatMap((panel) => (panel.type === 'row' ? dataPanels(panel.panels ?? []) : [panel]));
}
