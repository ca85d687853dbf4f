import { createInterface } from 'node:readline/promises';

interface Terminal {
  readonly input: NodeJS.ReadableStream;
  readonly output: NodeJS.WritableStream;
  /** Aborted by a Ctrl-C: while a line is read the terminal gives it as a character, and no signal comes. */
  readonly stop: AbortController;
}

/** A line typed at the terminal; undefined when the input ends or the run is stopped first. What comes next begins a line. */
export async function askLine(question: string, { input, output, stop }: Terminal): Promise<string | undefined> {
  const reader = createInterface({ input, output, terminal: true });
  const ended = new Promise<undefined>((resolve) => void reader.once('close', () => resolve(undefined)));
  reader.once('SIGINT', () => stop.abort());
  try {
    const typed = await Promise.race([reader.question(question, { signal: stop.signal }), ended]);
    if (typed === undefined) output.write('\n');
    return typed;
  } catch (thrown) {
    if (!stop.signal.aborted && !isAbort(thrown)) throw thrown;
    output.write('\n');
    return undefined;
  } finally {
    reader.close();
  }
}

function isAbort(thrown: unknown): boolean {
  return thrown instanceof Error && thrown.name === 'AbortError';
}
