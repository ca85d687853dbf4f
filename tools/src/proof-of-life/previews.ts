import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { type ProofOfLife, type ProofOfLifeAnswer, type ProofOfLifeRun, proofOfLifePath, seconds } from '@bud-o11y/model';
import type { DashboardJson } from './dashboard-json.ts';
import { panelTime, spanOf } from './grafana-time.ts';
import type { ObservedPanel } from './observe.ts';
import type { Proof } from './proof.ts';
import { crossedPanels } from './scenario.ts';
import { healthy, scenarios } from './scenarios.ts';
import { now } from './timeline.ts';

/** More than fits into a drawn panel. */
const limits = { points: 200, series: 20 } as const;

/** What the proof saw of each dashboard, for the preview pages: panels as they open, with all values of their variables. */
export function previews(proof: Proof): readonly ProofOfLife[] {
  return proof.dashboards.map((dashboard) => ({
    environment: proof.environment.name,
    uid: dashboard.uid,
    runs: scenarios.flatMap((scenario) => {
      const crossed = crossedPanels(scenario, dashboard.uid);
      if (scenario === healthy) return [runOf(proof, dashboard, healthy.name, () => true)];
      return crossed.length === 0 ? [] : [runOf(proof, dashboard, scenario.name, (id) => crossed.includes(id))];
    }),
  }));
}

/** Writes them below the folder of the workspace; returns the paths that it wrote. */
export async function writePreviews(proof: Proof, workspace: string): Promise<readonly string[]> {
  const files = previews(proof).map((file) => ({ path: join(workspace, proofOfLifePath(file.environment, file.uid)), file }));
  for (const { path, file } of files) {
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, `${JSON.stringify(file)}\n`);
  }
  return files.map(({ path }) => path);
}

function runOf({ environment, observations }: Proof, { uid, time }: DashboardJson, scenario: string, isWanted: (id: number) => boolean): ProofOfLifeRun {
  const { from, to, interval } = panelTime({ range: spanOf(time.from), now, columns: 24, minInterval: 1, scrapeInterval: seconds(environment.scrapeInterval) });
  const panels: Record<string, Record<string, ProofOfLifeAnswer>> = {};
  for (const { panel, ...one } of observations) {
    if (panel === undefined || one.uid !== uid || one.scenario !== scenario || one.selection !== 'All' || !isWanted(panel.id)) continue;
    panels[panel.id] = { ...panels[panel.id], [panel.refId]: answerOf(panel) };
  }
  return { scenario, from, to, stepSeconds: interval, panels };
}

function answerOf({ instant, series }: ObservedPanel): ProofOfLifeAnswer {
  return {
    type: instant ? 'vector' : 'matrix',
    series: series.slice(0, limits.series).map(({ labels, points }) => ({ labels: { ...labels }, points: thinned(points).map(([at, value]) => [at, Number.isFinite(value) ? value : null]) })),
  };
}

/** Every n-th point, counted from the newest, which is always kept. */
function thinned<T>(points: readonly T[]): readonly T[] {
  const nth = Math.ceil(points.length / limits.points);
  return points.filter((_point, index) => (points.length - 1 - index) % nth === 0);
}
