import { type Environment, type EnvironmentInput, ProblemsError, readEnvironment } from '@bud-o11y/model';
import { collectBundle, type CollectedBundle } from '../bundle.ts';
import type { Host } from '../host.ts';
import { readRunbooks } from '../workspace.ts';

/** A rendered environment. */
export interface Collected extends CollectedBundle {
  readonly environment: Environment;
}

/**
 * Reads and renders one environment.
 * @throws ProblemsError when there is no such environment, or its file is wrong.
 */
export async function collect(name: string, host: Host): Promise<Collected> {
  const environment = readEnvironment(name, host.environments);
  const artifacts = await host.render(environment);
  return { environment, ...collectBundle(environment.name, artifacts, await readRunbooks(host.workspace, host.fileSystem)) };
}

/** The same, for a verb that plans: faults of the bundle and of its artifacts stop it. */
export async function collectSound(name: string, host: Host): Promise<Collected> {
  const collected = await collect(name, host);
  const errors = [...collected.problems, ...collected.bundle.artifacts.flatMap((artifact) => artifact.problems)].filter((problem) => problem.severity === 'error');
  if (errors.length > 0) throw new ProblemsError(errors);
  return collected;
}

/** The environments that `-e` names: one, or every one for `all`. */
export function namedEnvironments(name: string, inputs: readonly EnvironmentInput[]): readonly string[] {
  return name === 'all' ? inputs.map((input) => input.name) : [name];
}
