import { join } from 'node:path';
import type { Recipe } from '../recipe.ts';

/** The version that every environment runs; 0.159 and later lack modules that it needs. */
const version = '0.158.0';

/**
 * With the components that the rendered configurations name, and no other. The exporter of the log archive (`awss3`) is not
 * among them: the checksum of a module that it needs is not to be had.
 */
export const otelcol: Recipe = {
  name: 'otelcol',
  sources: [{
    from: 'go-module',
    version,
    package: '.',
    folder: join(import.meta.dirname, 'otelcol'),
    files: ['main.go', 'components.go'],
    variables: { 'main.version': version },
  }],
  byDefault: true,
  purpose: 'samples traces and counts requests',
};
