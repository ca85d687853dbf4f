import { spawn } from 'node:child_process';

/** How long a busy machine may take for what takes a second otherwise. */
export const patienceMs = 60_000;

/** A server of the live test that runs until it is stopped. */
export interface Program {
  readonly url: string;
  stop(): Promise<void>;
}

/** How a server is started: `url` answers on `/-/ready` once it is there. */
export interface Start {
  readonly path: string;
  readonly args: readonly string[];
  readonly cwd: string;
  readonly url: string;
  /** All variables of the program; those of the test without it. */
  readonly env?: NodeJS.ProcessEnv;
}

/** Starts a server and waits until it is ready. @throws Error with its last words when it ends before, or is not ready in time. */
export async function startProgram({ path, args, cwd, url, env }: Start): Promise<Program> {
  const child = spawn(path, args, { cwd, env, stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  let isOver = false;
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => { said = (said + chunk.toString('utf8')).slice(-4_000); });
  const ended = new Promise<void>((resolve) => {
    const end = (): void => {
      isOver = true;
      resolve();
    };
    child.on('close', end);
    child.on('error', (error) => {
      said += error.message;
      end();
    });
  });
  const stop = async (): Promise<void> => {
    child.kill('SIGTERM');
    const limit = setTimeout(() => child.kill('SIGKILL'), 5_000);
    await ended;
    clearTimeout(limit);
  };
  const isReady = await holdsWithin(patienceMs, async () => isOver || (await fetch(`${url}/-/ready`).then(({ ok }) => ok, () => false)));
  if (isReady && !isOver) return { url, stop };
  await stop();
  throw new Error(`${path} is not ready: ${said}`);
}

/** Asks again every 100 ms until the answer is yes, or the time is over. */
export async function holdsWithin(limitMs: number, question: () => boolean | Promise<boolean>): Promise<boolean> {
  const deadline = Date.now() + limitMs;
  while (!(await question())) {
    if (Date.now() > deadline) return false;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  return true;
}
