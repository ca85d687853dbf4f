import { spawn } from 'node:child_process';
import { join } from 'node:path';

/** How a program ended, and how long it took from its start to its end, in milliseconds. */
export interface RanProgram {
  readonly exit: number | null;
  readonly wallMs: number;
  /** What it said, both streams. */
  readonly said: string;
}

interface Program {
  readonly program: string;
  readonly args: readonly string[];
  readonly cwd: string;
  readonly variables?: Readonly<Record<string, string>>;
}

/** Runs a program with an environment that holds nothing but what is given, so that no kubeconfig or proxy of the machine matters. */
export async function runTimed({ program, args, cwd, variables = {} }: Program): Promise<RanProgram> {
  const start = performance.now();
  const child = spawn(program, args, { cwd, env: { HOME: cwd, ...variables }, stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (text: string) => (said = `${said}${text}`.slice(-20_000)));
  return await new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (exit) => resolve({ exit, wallMs: performance.now() - start, said }));
  });
}

/** Path of one of the programs in `children/`. */
export function childPath(name: 'command' | 'loop'): string {
  return join(import.meta.dirname, 'children', `${name}.ts`);
}
