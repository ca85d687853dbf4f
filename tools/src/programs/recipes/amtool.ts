import type { Recipe } from '../recipe.ts';

export const amtool: Recipe = {
  name: 'amtool',
  sources: [{ from: 'go', version: '0.34.2', moduleVersion: 'v0.34.2', package: 'github.com/prometheus/alertmanager/cmd/amtool', versionVariable: 'github.com/prometheus/common/version.Version' }],
  byDefault: true,
  purpose: 'checks alertmanager.yaml and tests the routes',
};
