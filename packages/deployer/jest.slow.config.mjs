import { preset } from '../../jest.preset.mjs';

/** A process of its own for every point at which an apply is killed: `npm run test:slow`, which CI runs too. */
export const slow = ['/src/(cluster/)?crash\\.spec\\.ts$'];

export default { ...preset, displayName: 'deployer, slow', testMatch: undefined, testRegex: slow };
