import { environmentNamed, environmentNames, type Artifact, type Environment } from '@bud-o11y/model';
import { renderAlerts } from '@bud-o11y/alerts';
import { renderDashboards } from '@bud-o11y/dashboards';
import { renderHelmValues } from '@bud-o11y/helm-values';
import { renderRules } from '@bud-o11y/rules';

/** Milliseconds of one render of every environment, and of the baseline right after it. */
export interface RenderRound {
  readonly renderMs: number;
  readonly stringifyMs: number;
}

/** Figures of a run. `ratio` is render over baseline by the medians; `lowestRatio` that of the round that was disturbed least. */
export interface RenderFigures {
  readonly environments: number;
  readonly artifacts: number;
  readonly bytes: number;
  /** The very first render after the imports, cold. */
  readonly firstMs: number;
  readonly renderMs: number;
  readonly stringifyMs: number;
  readonly ratio: number;
  readonly lowestRatio: number;
}

function renderAll(environments: readonly Environment[]): readonly Artifact[] {
  return environments.flatMap((environment) => [
    ...renderRules(environment),
    ...renderAlerts(environment),
    ...renderDashboards(environment),
    ...renderHelmValues(environment),
  ]);
}

/** Renders every environment in this process, round by round in turn with a plain `JSON.stringify` of the same output. */
export function measureRender(rounds: number): RenderFigures {
  const environments = environmentNames.map(environmentNamed);
  const first = timed(() => renderAll(environments));
  const output = first.result.map(({ data }) => data);
  const measured: RenderRound[] = Array.from({ length: rounds }, () => ({
    renderMs: timed(() => renderAll(environments)).ms,
    stringifyMs: timed(() => JSON.stringify(output)).ms,
  }));
  const renderMs = median(measured.map((round) => round.renderMs));
  const stringifyMs = median(measured.map((round) => round.stringifyMs));
  return {
    environments: environments.length,
    artifacts: first.result.length,
    bytes: first.result.reduce((sum, { text }) => sum + Buffer.byteLength(text), 0),
    firstMs: first.ms,
    renderMs,
    stringifyMs,
    ratio: renderMs / stringifyMs,
    lowestRatio: Math.min(...measured.map((round) => round.renderMs / round.stringifyMs)),
  };
}

function timed<Result>(run: () => Result): { result: Result; ms: number } {
  const start = performance.now();
  const result = run();
  return { result, ms: performance.now() - start };
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}
