import type { Artifact, Environment } from '@bud-o11y/model';
import { isDirectory } from './addresses.ts';
import { type Chart, valuesArtifact } from './chart.ts';
import { charts } from './charts.ts';
import { programArtifact } from './program.ts';
import { programs } from './programs.ts';

export type { Chart, Values } from './chart.ts';
export { charts } from './charts.ts';
export { type ChartPin, chartPins } from './pins.ts';
export { type RequiredSecret, requiredSecrets } from './secrets.ts';

/**
 * Everything that this project writes for an environment, in path order: chart values where the target is a cluster,
 * the programs' own files where it is a directory. Pure: same environment, same bytes.
 */
export function renderHelmValues(environment: Environment): readonly Artifact[] {
  if (isDirectory(environment)) return programs.map((program) => programArtifact(program, environment));
  const all: readonly Chart[] = charts;
  return all.filter((chart) => chart.appliesTo?.(environment) ?? true).map((chart) => valuesArtifact(chart, environment));
}
