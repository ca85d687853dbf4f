import type { Recipe } from '../recipe.ts';
import { kubernetesSource } from './kubernetes/source.ts';

export const kubeApiserver: Recipe = {
  name: 'kube-apiserver',
  sources: [kubernetesSource('kube-apiserver')],
  byDefault: true,
  purpose: 'is the real API that an apply is tested against',
};
