import { AppError } from '@bud-o11y/model';

const longestLine = 32 * 1024 * 1024;

/**
 * The lines of a stream of bytes, without their ends. What stands after the last newline when the stream ends is a line
 * that was cut off, and is left out.
 * @throws AppError `unreachable` for a line of more than 32 MiB, and what the stream throws.
 */
export async function* wholeLines(stream: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  const decoder = new TextDecoder();
  let rest = '';
  for await (const chunk of stream) {
    const parts = `${rest}${decoder.decode(chunk, { stream: true })}`.split('\n');
    rest = parts.pop() ?? '';
    if (rest.length > longestLine) throw new AppError('unreachable', 'a line of a watch is longer than 32 MiB');
    yield* parts;
  }
}
