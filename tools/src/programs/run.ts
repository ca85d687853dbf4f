import { spawn } from 'node:child_process';

/** How a program ended; `output` is stdout and stderr in the order they came. */
export interface Ran {
  readonly ok: boolean;
  readonly output: string;
}

/** Where and with what a program runs. `timeoutMs` ends it, and it counts as failed. */
export interface RunOptions {
  readonly cwd: string;
  readonly env: NodeJS.ProcessEnv;
  readonly timeoutMs: number;
}

/** Runs a program to its end. Never rejects: a program that cannot be started is a failed run whose output says why. */
export function run(program: string, args: readonly string[], options: RunOptions): Promise<Ran> {
  return new Promise((resolve) => {
    const child = spawn(program, args, { cwd: options.cwd, env: options.env, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    const collect = (chunk: Buffer): void => {
      output += chunk.toString('utf8');
    };
    // A timer of our own: that of spawn outlives a program that could not be started, and keeps the process alive.
    const limit = setTimeout(() => child.kill('SIGKILL'), options.timeoutMs);
    const end = (ran: Ran): void => {
      clearTimeout(limit);
      resolve(ran);
    };
    child.stdout.on('data', collect);
    child.stderr.on('data', collect);
    child.on('error', (error) => end({ ok: false, output: error.message }));
    child.on('close', (status, signal) => {
      if (signal !== null) output += `\n${program} was ended by ${signal} (limit ${options.timeoutMs / 1_000} s)`;
      end({ ok: status === 0, output });
    });
  });
}
