import { type Environment, type HelmValuesArtifact, type Problem, type ReleaseLayer, makeArtifact } from '@bud-o11y/model';
import type { z } from 'zod';
import { lostValues } from './lost-values.ts';
import type { ChartPin } from './pins.ts';
import { schemaProblems } from './value-problems.ts';
import { type ValueRule, ruleProblems } from './value-rule.ts';

/** Values of a chart. `null` removes one of the chart's defaults and must reach the YAML. */
export type Values = Readonly<Record<string, unknown>>;

/** One Helm release: which pinned chart, in which wave it is applied, and its values. The file is named after the release. */
export interface Chart<Typed extends Values = Values> {
  readonly release: string;
  readonly pin: ChartPin;
  readonly layer: ReleaseLayer;
  /** Whether the environment has this release at all; absent = every Kubernetes environment has it. */
  readonly appliesTo?: (environment: Environment) => boolean;
  /** The keys that may be set, and what each takes. The type of `values` follows from it, and what is rendered is held against it. */
  readonly schema: z.ZodType<unknown, Typed>;
  /** What no single value shows. */
  readonly rules?: readonly ValueRule[];
  readonly values: (environment: Environment) => Typed;
}

/** The values file of one release, `rendered/helm-values/<environment>/<release>.yaml`, with all that is wrong with it. */
export function valuesArtifact(chart: Chart, environment: Environment): HelmValuesArtifact {
  const { name, version, repository } = chart.pin;
  const source = `packages/helm-values/src/charts/${chart.release}.ts`;
  const data = chart.values(environment);
  const artifact = makeArtifact({
    kind: 'helm-values',
    project: 'helm-values',
    environment: environment.name,
    name: chart.release,
    path: `helm-values/${environment.name}/${chart.release}.yaml`,
    source,
    layer: chart.layer,
    chart: { name, version, repository },
    data,
  });
  const problems = [...valuesProblems(chart, data, environment), ...lostValues(data, artifact.text, { environment: environment.name, release: chart.release, file: source })];
  return { ...artifact, problems: problems.map((found) => ({ ...found, where: { ...found.where, artifact: `helm-values:${chart.release}` } })) };
}

/** Everything that is wrong with a release's values, whoever made them. */
export function valuesProblems(chart: Pick<Chart, 'release' | 'schema' | 'rules'>, values: Values, environment: Environment): readonly Problem[] {
  const place = { environment: environment.name, release: chart.release, file: `packages/helm-values/src/charts/${chart.release}.ts` };
  return [...schemaProblems(chart.schema, values, place), ...ruleProblems(chart.rules ?? [], values, environment, place)];
}
