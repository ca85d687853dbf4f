import type { Artifact, Environment } from '@bud-o11y/model';
import { isDirectory } from './addresses.ts';
import type { Chart } from './chart.ts';
import { charts } from './charts.ts';
import { renderPrograms, renderReleases } from './releases.ts';

export type { Chart, Values } from './chart.ts';
export { charts } from './charts.ts';
export { daprAnnotations, daprConfiguration } from './config/dapr.ts';
export { logFieldNeeds, logFormats } from './config/log-formats.ts';
export { type ExplainedValue, explainValues, type ValueOrigin } from './explain/explain.ts';
export { localPorts } from './local/ports.ts';
export { type StartedProgram, startedPrograms } from './local/started.ts';
export { type ChartPin, chartPins } from './pins.ts';
export { type MetricOrigin, originOf } from './scrape/sources.ts';
export { type RequiredSecret, requiredSecrets } from './secrets.ts';

/**
 * Everything that this project writes for an environment, in path order: chart values where the target is a cluster,
 * the programs' own files where it is a directory. Pure: same environment, same bytes. What is wrong stands in the problems
 * of the artifact that it is wrong in.
 */
export function renderHelmValues(environment: Environment): readonly Artifact[] {
  if (isDirectory(environment)) return renderPrograms(environment);
  const all: readonly Chart[] = charts;
  return renderReleases(all.filter((chart) => chart.appliesTo?.(environment) ?? true), environment);
}
