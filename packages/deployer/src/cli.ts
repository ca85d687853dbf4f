import { resolve } from 'node:path';
import { environmentInputs, exitCodes } from '@bud-o11y/model';
import { renderAll } from './bundle.ts';
import type { Host, Output } from './host.ts';
import { main } from './main.ts';
import { nodeFileSystem } from './targets/directory/file-system.ts';

/**
 * Runs the command line of this process and sets its exit code. The only file that touches `process`.
 * The first Ctrl-C or SIGTERM asks the command to stop; a second one ends it at once, and the next apply tidies up.
 * `replaced` is what a test puts in the place of the real thing.
 */
export async function runProcess(replaced: Partial<Host> = {}): Promise<void> {
  const stop = new AbortController();
  const onSignal = (): void => {
    if (stop.signal.aborted) process.exit(exitCodes.partial);
    stop.abort();
  };
  process.on('SIGINT', onSignal).on('SIGTERM', onSignal).on('SIGHUP', onSignal);
  for (const stream of [process.stdout, process.stderr]) stream.on('error', endWhenReaderIsGone);
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
  };
}

function output(stream: NodeJS.WriteStream): Output {
  return {
    write: (text) => {
      if (text !== '') stream.write(text);
    },
    isTerminal: stream.isTTY === true,
    columns: stream.columns ?? 80,
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

/** `bud-o11y render | head` is no failure. */
function endWhenReaderIsGone(error: NodeJS.ErrnoException): void {
  if (error.code === 'EPIPE') process.exit(exitCodes.done);
  throw error;
}
