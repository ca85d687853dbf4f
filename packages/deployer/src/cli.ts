import { resolve } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { environmentInputs, exitCodes } from '@bud-o11y/model';
import { renderAll } from './bundle.ts';
import type { Host, Output } from './host.ts';
import { main } from './main.ts';
import { nodeFileSystem, storageError } from './targets/directory/file-system.ts';
import { systemClock } from './targets/kubernetes/transport/clock.ts';

/**
 * Left alone, V8 lets a heap grow to four times what lives in it before it tidies up, and new objects fill 100 MB first:
 * with ten thousand objects more than a small runner has. It costs a tenth of the processor time (docs/benchmarks.md).
 */
const thriftyHeap = ['--heap-growing-percent=50', '--semi-space-growth-factor=1'] as const;

/**
 * Runs the command line of this process and sets its exit code. The only file that touches `process`.
 * The first Ctrl-C or SIGTERM asks the command to stop; a second one ends it at once, and the next apply tidies up.
 * `replaced` is what a test puts in the place of the real thing.
 */
export async function runProcess(replaced: Partial<Host> = {}): Promise<void> {
  for (const flag of thriftyHeap) setFlagsFromString(flag);
  const stop = new AbortController();
  const onSignal = (): void => {
    if (stop.signal.aborted) process.exit(exitCodes.partial);
    stop.abort();
  };
  process.on('SIGINT', onSignal).on('SIGTERM', onSignal).on('SIGHUP', onSignal);
  process.exitCode = await main(process.argv.slice(2), { ...processHost(stop.signal), ...replaced });
  process.off('SIGINT', onSignal).off('SIGTERM', onSignal).off('SIGHUP', onSignal);
}

function processHost(signal: AbortSignal): Host {
  return {
    cwd: process.cwd(),
    workspace: resolve(import.meta.dirname, '../../..'),
    out: output(process.stdout),
    err: output(process.stderr),
    variables: process.env,
    signal,
    processes: { pid: process.pid, isRunning, now: () => new Date() },
    fileSystem: nodeFileSystem,
    environments: environmentInputs,
    render: renderAll,
    check: async (bundle, environment, today) => (await import('@bud-o11y/checks')).runChecks(bundle, environment, { today }),
    clock: systemClock,
    openApi: async (connection) => (await import('./targets/kubernetes/transport/api.ts')).openApi({ connection }),
    ...(process.stdin.isTTY === true && process.stderr.isTTY === true ? { ask: async (question: string) => await ask(question, signal) } : {}),
  };
}

/** A line typed at the terminal; undefined when the input ends or a signal comes first. */
async function ask(question: string, signal: AbortSignal): Promise<string | undefined> {
  const { createInterface } = await import('node:readline/promises');
  const reader = createInterface({ input: process.stdin, output: process.stderr });
  try {
    return await reader.question(question, { signal });
  } catch (thrown) {
    if (signal.aborted || (thrown instanceof Error && thrown.name === 'AbortError')) return undefined;
    throw thrown;
  } finally {
    reader.close();
  }
}

/**
 * A stream that cannot be written any more is silent from then on: `bud-o11y apply | head` must end its work, give its
 * lock back and tell the right exit code.
 */
function output(stream: NodeJS.WriteStream): Output {
  let failed: NodeJS.ErrnoException | undefined;
  stream.on('error', (error: NodeJS.ErrnoException) => {
    failed ??= error;
  });
  return {
    write: (text) => {
      if (text !== '' && failed === undefined) stream.write(text);
    },
    isTerminal: stream.isTTY === true,
    columns: stream.columns ?? 80,
    async failure() {
      if (failed === undefined) await new Promise((resolve) => void stream.write('', resolve));
      return failed === undefined || failed.code === 'EPIPE' ? undefined : storageError('write', 'the output', failed);
    },
  };
}

/** Signal 0 asks without sending: EPERM means that it runs and is somebody else's. */
function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (thrown) {
    return thrown instanceof Error && 'code' in thrown && thrown.code === 'EPERM';
  }
}
