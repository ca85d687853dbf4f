import type { DashboardArtifact, ProofOfLife, ProofOfLifeAnswer } from '@bud-o11y/model';

interface Target {
  readonly refId: string;
  readonly datasource: { readonly type: string };
  readonly legendFormat?: string;
  readonly format?: string;
  readonly instant?: boolean;
}

interface Panel {
  readonly id: number;
  readonly type: string;
  readonly targets?: readonly Target[];
  readonly panels?: readonly Panel[];
  readonly fieldConfig?: { readonly defaults?: { readonly unit?: string } };
  readonly transformations?: readonly { readonly options: { readonly byField?: string; readonly include?: { readonly pattern?: string } } }[];
}

/** How many series each query answers: more than any legend has room for. */
const seriesPerQuery = 12;
const points = 120;
const from = Date.UTC(2026, 0, 5, 6) / 1_000;
const stepSeconds = 90;

/**
 * Figures for every PromQL panel of a dashboard, made up so that pages are drawn and judged without a Prometheus: long names,
 * many series, holes, zeros, every type of panel. The second run has some of the panels, as one of a bad scenario has.
 */
export function sampleProof(artifact: DashboardArtifact): ProofOfLife {
  const panels = (artifact.data['panels'] as readonly Panel[]).flatMap((panel) => (panel.type === 'row' ? (panel.panels ?? []) : [panel]));
  const answered = panels.filter(({ targets = [] }) => targets.some(({ datasource }) => datasource.type === 'prometheus'));
  const run = (scenario: string, of: readonly Panel[]) => ({ scenario, from, to: from + points * stepSeconds, stepSeconds, panels: Object.fromEntries(of.map((panel) => [String(panel.id), answersOf(panel)])) });
  return { environment: artifact.environment, uid: artifact.name, runs: [run('healthy', answered), run('made up', answered.filter((_, at) => at % 5 === 0))] };
}

function answersOf(panel: Panel): Readonly<Record<string, ProofOfLifeAnswer>> {
  return Object.fromEntries((panel.targets ?? []).map((target, at) => [target.refId, answerOf(panel, target, at)]));
}

function answerOf(panel: Panel, target: Target, at: number): ProofOfLifeAnswer {
  const labels = labelsOf(panel, target);
  const count = labels.length === 0 ? 1 : seriesPerQuery;
  const isVector = target.instant === true;
  const series = Array.from({ length: count }, (_, place) => ({
    labels: Object.fromEntries(labels.map((label) => [label, labelValue(label, place)])),
    points: Array.from({ length: isVector ? 1 : points }, (_, step): [number, number | null] => [from + (isVector ? points : step + 1) * stepSeconds, valueAt(panel, place + at, step)]),
  }));
  return { type: isVector ? 'vector' : 'matrix', series };
}

function labelsOf({ transformations = [] }: Panel, { legendFormat = '', format }: Target): readonly string[] {
  if (format === 'heatmap') return ['le'];
  const fromTable = transformations.flatMap(({ options }) => [options.byField ?? [], (options.include?.pattern ?? '').replace(/^\^\(|\|Value.*$/g, '').split('|')].flat());
  return [...new Set([...[...legendFormat.matchAll(/\{\{(\w+)\}\}/g)].map(([, label]) => label as string), ...fromTable])].filter((label) => label !== '');
}

const bounds = ['0.1', '0.25', '0.5', '1', '2', '5', '10', '30', '+Inf'];

function labelValue(label: string, place: number): string {
  if (label === 'le') return bounds[place % bounds.length] as string;
  return place % 3 === 0 ? `${label}-with-a-rather-long-name-in-eu-central-${place}` : `${label}-${place}`;
}

/** Shares stay below one; the rest spreads over the sizes that a unit has words for. */
function valueAt({ fieldConfig, type }: Panel, place: number, step: number): number | null {
  if (step > 0 && step % 37 === 0 && place % 4 === 1) return null;
  const wave = (1 + Math.sin(step / 9 + place)) / 2;
  const unit = fieldConfig?.defaults?.unit ?? '';
  if (type === 'state-timeline') return step % 40 < 3 && place === 1 ? 0 : 1;
  if (unit === 'percentunit') return place === 0 ? 0.9994 : wave * 0.98;
  if (unit === 's') return wave * 10 ** ((place % 6) - 1);
  return place === 0 ? 0 : wave * 7 ** (place % 9);
}
