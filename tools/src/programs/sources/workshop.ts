import { type Ran, run } from '../run.ts';

/** Where a program is made: a folder of its own that is gone afterwards, and the environment to run things in. */
export interface Workshop {
  readonly folder: string;
  readonly env: NodeJS.ProcessEnv;
}

const stepLimitMs = 30 * 60_000;

/** Runs one step of the making. */
export function step(workshop: Workshop, program: string, args: readonly string[], env: NodeJS.ProcessEnv = {}): Promise<Ran> {
  return run(program, args, { cwd: workshop.folder, env: { ...workshop.env, ...env }, timeoutMs: stepLimitMs });
}

/** Runs steps until one fails; undefined, or what failed and its last words. */
export async function steps(workshop: Workshop, program: string, list: readonly (readonly string[])[], env: NodeJS.ProcessEnv = {}): Promise<string | undefined> {
  for (const args of list) {
    const ran = await step(workshop, program, args, env);
    if (!ran.ok) return `\`${program} ${args.slice(0, 2).join(' ')}\` failed: ${lastLines(ran.output)}`;
  }
  return undefined;
}

export function lastLines(output: string): string {
  return output.trim().split('\n').slice(-3).join(' | ');
}
