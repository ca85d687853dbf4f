import { join } from 'node:path';
import type { Recipe } from '../recipe.ts';

/** Version of Alloy's syntax package, which parses and decodes the files. */
const version = '0.1.0';

/** A program of this repository: Alloy's own parser, and the stages of its log pipelines that are used here. Alloy itself requires modules that the module proxy has not. */
export const alloyLogs: Recipe = {
  name: 'alloy-logs',
  sources: [{
    from: 'go-module',
    version,
    package: '.',
    folder: join(import.meta.dirname, 'alloy-logs'),
    files: ['main.go', 'pipeline.go', 'stages.go', 'match.go'],
    variables: { 'main.version': version },
  }],
  byDefault: true,
  purpose: 'parses Alloy files and runs lines through their stages',
};
