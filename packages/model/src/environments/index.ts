import type { Environment, EnvironmentInput } from '../environment.ts';
import { readEnvironment } from '../read-environment.ts';
import { dev } from './dev.ts';
import { local } from './local.ts';
import { production } from './production.ts';
import { staging } from './staging.ts';

/** Every environment, in name order. One file each; add a line here (`npx nx g @bud-o11y/tools:environment <name>` does both). */
export const environmentInputs = [dev, local, production, staging] as const satisfies readonly EnvironmentInput[];

export type EnvironmentName = (typeof environmentInputs)[number]['name'];

/** The names of all environments, sorted. */
export const environmentNames: readonly EnvironmentName[] = environmentInputs.map((input) => input.name);

/**
 * One environment, validated.
 * @throws ProblemsError when there is none of that name, or its file does not fit the schema (every fault at once).
 */
export function environmentNamed(name: string): Environment {
  return readEnvironment(name, environmentInputs);
}
