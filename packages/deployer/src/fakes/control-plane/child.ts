import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, openSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';

/** A program that runs until it is stopped. */
export interface Child {
  readonly name: string;
  readonly pid: number | undefined;
  /** Whether it ended by itself. */
  readonly ended: () => boolean;
  /** The last lines that it printed. */
  tail(): Promise<string>;
  /** Ends it at once: what it kept is thrown away with its folder, and a polite end takes a server its grace period. */
  stop(): Promise<void>;
}

/** Starts a program whose output goes to a file in `folder`. Its environment is empty: no proxy and no kubeconfig of the machine reach it. */
export function startChild(program: string, args: readonly string[], folder: string): Child {
  const name = basename(program);
  const log = join(folder, `${name}.log`);
  const output = openSync(log, 'a');
  const child = spawn(program, args, { cwd: folder, env: { HOME: folder, PATH: '' }, stdio: ['ignore', output, output] });
  closeSync(output);
  let failure = '';
  child.on('error', (error) => {
    failure = error.message;
  });
  return {
    name,
    pid: child.pid,
    ended: () => failure !== '' || hasEnded(child),
    tail: async () => [failure, ...(await readFile(log, 'utf8')).trim().split('\n').slice(-8)].join('\n'),
    async stop() {
      if (child.pid === undefined || hasEnded(child)) return;
      const ended = new Promise((resolve) => child.once('exit', resolve));
      child.kill('SIGKILL');
      await ended;
    },
  };
}

function hasEnded(child: ChildProcess): boolean {
  return child.exitCode !== null || child.signalCode !== null;
}
