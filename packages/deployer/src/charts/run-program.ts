import { spawn } from 'node:child_process';
import { AppError } from '@bud-o11y/model';

interface Run {
  /** Absolute path. */
  readonly program: string;
  readonly args: readonly string[];
  readonly cwd: string;
  /** All that the program sees: nothing of our own environment is passed on. */
  readonly env: Readonly<Record<string, string>>;
  readonly input?: string;
  readonly timeoutMs: number;
  /** Bytes, of each stream. */
  readonly outputLimit: number;
  readonly signal: AbortSignal;
}

/** How a program ended by itself. */
export interface Ran {
  /** Undefined when a signal ended it. */
  readonly code: number | undefined;
  readonly out: string;
  readonly err: string;
}

/**
 * Runs a program without a shell. It is ended when it takes or says too much, or when we are asked to stop.
 * @throws AppError `notFound` when it cannot be started, `timeout`, `invalid` for too much output, `cancelled`.
 */
export async function runProgram({ program, args, cwd, env, input = '', timeoutMs, outputLimit, signal }: Run): Promise<Ran> {
  return await new Promise((resolve, reject) => {
    const child = spawn(program, args, { cwd, env, stdio: ['pipe', 'pipe', 'pipe'] });
    let stopped: AppError | undefined;
    const stop = (error: AppError): void => {
      stopped ??= error;
      child.kill('SIGKILL');
      // What it started may live on and hold these open; nobody waits for that.
      child.stdout.destroy();
      child.stderr.destroy();
    };
    const named = `${program} ${args[0] ?? ''}`.trimEnd();
    const timer = setTimeout(() => stop(new AppError('timeout', `${named} did not end in ${timeoutMs / 1000} s, and was ended`)), timeoutMs);
    const onAbort = (): void => stop(new AppError('cancelled', `a signal came while ${named} was running, which was ended`));
    signal.addEventListener('abort', onAbort, { once: true });
    if (signal.aborted) onAbort();
    const collect = (stream: NodeJS.ReadableStream): (() => string) => {
      const chunks: Buffer[] = [];
      let bytes = 0;
      stream.on('data', (chunk: Buffer) => {
        bytes += chunk.length;
        if (bytes > outputLimit) stop(new AppError('invalid', `${named} wrote more than ${outputLimit} bytes, and was ended`));
        else chunks.push(chunk);
      });
      return () => Buffer.concat(chunks).toString('utf8');
    };
    const [out, err] = [collect(child.stdout), collect(child.stderr)];
    const done = (): void => {
      clearTimeout(timer);
      signal.removeEventListener('abort', onAbort);
    };
    child.on('error', (thrown) => {
      done();
      reject(new AppError('notFound', `${program} cannot be started: ${thrown.message}`, { cause: thrown }));
    });
    child.on('close', (code) => {
      done();
      if (stopped === undefined) resolve({ code: code ?? undefined, out: out(), err: err() });
      else reject(stopped);
    });
    // A program that does not read its input is no failure of ours.
    child.stdin.on('error', () => undefined);
    child.stdin.end(input);
  });
}
