import { preset } from '../../jest.preset.mjs';

/** Processes of their own, which are killed and frozen: `npm run test:slow`, which CI runs too. */
export const slow = ['/src/(cluster/)?(crash|processes)\\.spec\\.ts$'];

export default { ...preset, displayName: 'deployer, slow', testMatch: undefined, testRegex: slow };
