import { dashboards, emptyWhenHealthy, renderDashboards } from '@bud-o11y/dashboards';
import { type DashboardArtifact, type Environment, environmentNamed, environmentNames } from '@bud-o11y/model';
import { type DashboardJson, dataPanels, readDashboard } from './dashboard-json.ts';
import { type Verdict, judge } from './judge.ts';
import { type LogsAndTraces, judgeLogsAndTraces } from './logs-and-traces.ts';
import { type Observation, observe } from './observe.ts';
import { scenarios } from './scenarios.ts';
import { withStages } from './stage.ts';

/** What the proof of one environment saw, and what it makes of it. */
export interface Proof {
  readonly environment: Environment;
  readonly dashboards: readonly DashboardJson[];
  readonly panels: number;
  readonly observations: readonly Observation[];
  readonly verdict: Verdict;
  readonly logsAndTraces: LogsAndTraces;
}

/** `production`, and those after it that switch on a pack of metrics which none before them has. */
export function provenEnvironments(): readonly Environment[] {
  const names = [...environmentNames].sort((a, b) => Number(b === 'production') - Number(a === 'production'));
  const packs = new Set<string>();
  return names.map((name) => environmentNamed(name)).filter(({ name, packs: own }) => {
    const isNew = name === 'production' || own.some((pack) => !packs.has(pack));
    own.forEach((pack) => packs.add(pack));
    return isNew;
  });
}

/** The dashboards of an environment as classic JSON: what they ask is the same in every schema. */
export function renderedDashboards(environment: Environment): readonly DashboardArtifact[] {
  return renderDashboards({ ...environment, dashboardSchema: 'classic' }).filter((artifact): artifact is DashboardArtifact => artifact.kind === 'dashboard');
}

/** Reasons for emptiness, by place. */
export function declarations(): ReadonlyMap<string, string> {
  return new Map(dashboards.flatMap((dashboard) => [...emptyWhenHealthy(dashboard)].map(([at, reason]) => [`${dashboard.uid}: ${at}`, reason] as const)));
}

/** What may be wanted beside the proof. */
export interface Beside {
  /** Dashboards that are observed on the same stages, for the caller to judge. */
  readonly also?: readonly DashboardJson[];
  /** Hears of each scenario that is over. */
  readonly tell?: (line: string) => void;
}

/** Plays every scenario on a real Prometheus, the program at `path`, and asks it what the dashboards of an environment ask. */
export async function prove(path: string, environment: Environment, { also = [], tell = () => undefined }: Beside = {}): Promise<{ readonly proof: Proof; readonly also: readonly Observation[] }> {
  const artifacts = renderedDashboards(environment);
  const shown = artifacts.map(readDashboard);
  const seen: Observation[] = [];
  const beside: Observation[] = [];
  await withStages(path, environment, async (setStage) => {
    for (const scenario of scenarios) {
      const start = performance.now();
      await setStage(scenario, async (stage) => {
        seen.push(...await observe(stage, shown));
        beside.push(...await observe(stage, also));
      });
      tell(`${environment.name}, ${scenario.name}: ${((performance.now() - start) / 1_000).toFixed(1)} s`);
    }
  });
  const proof: Proof = {
    environment,
    dashboards: shown,
    panels: shown.flatMap(({ panels }) => dataPanels(panels)).length,
    observations: seen,
    verdict: judge(seen, declarations(), scenarios),
    logsAndTraces: judgeLogsAndTraces(environment, artifacts),
  };
  return { proof, also: beside };
}
