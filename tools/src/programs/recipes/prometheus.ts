import type { Recipe } from '../recipe.ts';

/** Built without the web interface: the API is all that a test asks. */
export const prometheus: Recipe = {
  name: 'prometheus',
  sources: [{ from: 'go', version: '3.16.0', moduleVersion: 'v0.316.0', package: 'github.com/prometheus/prometheus/cmd/prometheus', versionVariable: 'github.com/prometheus/common/version.Version' }],
  byDefault: true,
  purpose: 'evaluates the rules of the live test',
};
