import { fileURLToPath } from 'node:url';

/** What every project's jest.config.mjs spreads: ESM, TypeScript by Node's own type stripping, specs beside their files. */
export const preset = {
  testEnvironment: 'node',
  roots: ['<rootDir>/src'],
  testMatch: ['**/*.spec.ts'],
  // A test that hangs must end; one on a busy machine must not fail for it.
  testTimeout: 60_000,
  extensionsToTreatAsEsm: ['.ts'],
  transform: { '^.+\\.ts$': fileURLToPath(new URL('./tools/src/jest/strip-types.cjs', import.meta.url)) },
};
