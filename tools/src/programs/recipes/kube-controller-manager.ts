import type { Recipe } from '../recipe.ts';
import { kubernetesSource } from './kubernetes/source.ts';

export const kubeControllerManager: Recipe = {
  name: 'kube-controller-manager',
  sources: [kubernetesSource('kube-controller-manager')],
  byDefault: true,
  purpose: 'makes workloads, Jobs and namespace deletions of the real control plane finish',
};
