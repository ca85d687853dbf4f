import { preset } from '../../jest.preset.mjs';
import { slow } from './jest.slow.config.mjs';

export default { ...preset, displayName: 'deployer', testPathIgnorePatterns: slow };
