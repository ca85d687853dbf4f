import { type Artifact, type Environment, environmentNamed, environmentNames } from '@bud-o11y/model';
import { load } from 'js-yaml';
import { renderHelmValues } from '../index.ts';

/** What one environment renders, and the environment itself. For specs only. */
export interface Rendered {
  readonly environment: Environment;
  readonly artifacts: readonly Artifact[];
}

export const rendered: readonly Rendered[] = environmentNames.map((name) => ({ environment: environmentNamed(name), artifacts: renderHelmValues(environmentNamed(name)) }));

/** The environments whose target is a cluster. */
export const clusters = rendered.filter(({ environment }) => environment.target.kind === 'kubernetes');

/** The value at a path of an artifact's own text, read back from YAML; `undefined` where there is none. */
export function at(from: Rendered, artifact: string, ...path: readonly (string | number)[]): unknown {
  const found = from.artifacts.find(({ name }) => name === artifact);
  if (found === undefined) throw new Error(`${from.environment.name} renders no ${artifact}: ${from.artifacts.map(({ name }) => name).join(', ')}`);
  return path.reduce<unknown>((value, key) => (value as Readonly<Record<string | number, unknown>> | undefined)?.[key], load(found.text));
}
