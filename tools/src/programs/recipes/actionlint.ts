import type { Recipe } from '../recipe.ts';

export const actionlint: Recipe = {
  name: 'actionlint',
  sources: [{ from: 'go', version: '1.7.12', moduleVersion: 'v1.7.12', package: 'github.com/rhysd/actionlint/cmd/actionlint', versionVariable: 'github.com/rhysd/actionlint.version' }],
  byDefault: true,
  purpose: 'checks the GitHub workflows',
};
