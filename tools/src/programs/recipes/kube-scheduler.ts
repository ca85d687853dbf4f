import type { Recipe } from '../recipe.ts';
import { kubernetesSource } from './kubernetes/source.ts';

export const kubeScheduler: Recipe = {
  name: 'kube-scheduler',
  sources: [kubernetesSource('kube-scheduler')],
  byDefault: true,
  purpose: 'gives the pods of the real control plane their node',
};
