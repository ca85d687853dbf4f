import type { Recipe } from '../recipe.ts';

export const promtool: Recipe = {
  name: 'promtool',
  sources: [{ from: 'go', version: '3.16.0', moduleVersion: 'v0.316.0', package: 'github.com/prometheus/prometheus/cmd/promtool', versionVariable: 'github.com/prometheus/common/version.Version' }],
  byDefault: true,
  purpose: 'checks rule files and runs the unit tests of alerts',
};
