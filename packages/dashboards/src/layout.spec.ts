import { describe, expect, it } from '@jest/globals';
import { flow } from './layout.ts';

describe('flow', () => {
  it.each([
    ['fills a line', [[12, 8], [12, 8]], 3, [[0, 3], [12, 3]], 11],
    ['goes on below the highest box', [[12, 8], [6, 9], [8, 4]], 0, [[0, 0], [12, 0], [0, 9]], 13],
    ['has nothing to place', [], 5, [], 5],
  ] as const)('%s', (_name, sizes, top, corners, bottom) => {
    const placed = flow(sizes, top);
    expect(placed.positions.map(({ x, y }) => [x, y])).toEqual(corners);
    expect(placed.bottom).toBe(bottom);
  });
});
