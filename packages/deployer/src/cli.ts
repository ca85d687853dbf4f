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
 * with ten thousand objects more than a small runner has. To double it costs no time that could be measured (docs/benchmarks.md).
 */
const thriftyHeap = ['--heap-growing-percent=100', '--semi-space-growth-factor=1'] as const;

/**
 * Runs the command line of this process and sets its exit code. The only file that touches `process`.
 * The first Ctrl-C or SIGTERM asks the command to stop; a second one ends it at once, and the next apply tidies up. A
 * launcher that is gone counts as a first one: whoever killed it meant the command.
 * @param replaced what a test puts in the place of the real thing
 * @param stop aborted already when a signal came while this was being loaded
 */
export async function runProcess(replaced: Partial<Host> = {}, stop = new AbortController()): Promise<void> {
  for (const flag of thriftyHeap) setFlagsFromString(flag);
  const onSignal = (): void => {
    if (stop.signal.aborted) process.exit(exitCodes.partial);
    stop.abort();
  };
  const onLeft = (): void => stop.abort();
  process.on('SIGINT', onSignal).on('SIGTERM', onSignal).on('SIGHUP', onSignal).on('disconnect', onLeft);
  // Who listens for the end of the channel is kept alive by it.
  process.channel?.unref();
  if (process.connected === false) onLeft();
  process.exitCode = await main(process.argv.slice(2), { ...processHost(stop), ...replaced });
  process.off('SIGINT', onSignal).off('SIGTERM', onSignal).off('SIGHUP', onSignal).off('disconnect', onLeft);
}

function processHost(stop: AbortController): Host {
  return {
    cwd: process.cwd(),
    workspace: resolve(import.meta.dirname, '../../..'),
    out: output(process.stdout),
    err: output(process.stderr),
    variables: process.env,
    signal: stop.signal,
    processes: { pid: process.pid, isRunning, now: () => new Date() },
    fileSystem: nodeFileSystem,
    environments: environmentInputs,
    render: renderAll,
    check: async (bundle, environment, today) => (await import('@bud-o11y/checks')).runChecks(bundle, environment, { today }),
    figures: async (bundle, environment) => (await import('@bud-o11y/checks')).dashboardFigures(bundle, environment),
    clock: systemClock,
    openApi: async (connection) => (await import('./targets/kubernetes/transport/api.ts')).openApi({ connection }),
    ...(process.stdin.isTTY === true && process.stderr.isTTY === true ? { ask: async (question: string) => await (await import('./ask-line.ts')).askLine(question, { input: process.stdin, output: process.stderr, stop }) } : {}),
  };
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
