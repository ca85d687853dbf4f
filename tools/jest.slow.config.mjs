import { preset } from '../jest.preset.mjs';

/** Specs that wait for real programs for longer than an edit may wait for its tests: `npm run test:slow`, which CI runs too. */
export const slow = ['/src/real/(apply|canary|collector-counters|kubernetes|live|local-stack|local-stack|object-rules|preview|proof-of-life|sampling|target)\\.spec\\.ts$', '/src/preview/judge\\.spec\\.ts$'];

export default { ...preset, displayName: 'tools, slow', testMatch: undefined, testRegex: slow };
