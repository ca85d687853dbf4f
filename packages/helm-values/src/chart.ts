import { type Environment, type HelmValuesArtifact, type ReleaseLayer, makeArtifact } from '@bud-o11y/model';
import type { ChartPin } from './pins.ts';

/** Values of a chart. `null` removes one of the chart's defaults and must reach the YAML. */
export type Values = Readonly<Record<string, unknown>>;

/** One Helm release: which pinned chart, in which wave it is applied, and its values. The file is named after the release. */
export interface Chart {
  readonly release: string;
  readonly pin: ChartPin;
  readonly layer: ReleaseLayer;
  /** Whether the environment has this release at all; absent = every Kubernetes environment has it. */
  readonly appliesTo?: (environment: Environment) => boolean;
  readonly values: (environment: Environment) => Values;
}

/** The values file of one release, `rendered/helm-values/<environment>/<release>.yaml`. */
export function valuesArtifact(chart: Chart, environment: Environment): HelmValuesArtifact {
  const { name, version, repository } = chart.pin;
  return makeArtifact({
    kind: 'helm-values',
    project: 'helm-values',
    environment: environment.name,
    name: chart.release,
    path: `helm-values/${environment.name}/${chart.release}.yaml`,
    source: `packages/helm-values/src/charts/${chart.release}.ts`,
    layer: chart.layer,
    chart: { name, version, repository },
    data: chart.values(environment),
  });
}
