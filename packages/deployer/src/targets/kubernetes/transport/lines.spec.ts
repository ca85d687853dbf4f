import { describe, expect, it } from '@jest/globals';
import { wholeLines } from './lines.ts';

describe('wholeLines', () => {
  it('joins what arrives in any pieces, and leaves the last half line out', async () => {
    const bytes = Buffer.from('ä\n\nsecond ü\nhalf');
    for (let size = 1; size <= bytes.length; size += 1) {
      const pieces = Array.from({ length: Math.ceil(bytes.length / size) }, (_, index) => bytes.subarray(index * size, (index + 1) * size));
      const stream = (async function* () {
        yield* pieces;
      })();
      const lines: string[] = [];
      for await (const line of wholeLines(stream)) lines.push(line);
      expect(lines).toEqual(['ä', '', 'second ü']);
    }
  });
});
