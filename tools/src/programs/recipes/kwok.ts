import type { Recipe } from '../recipe.ts';

/** With the stages that nodes and pods go through, which it does not start without. */
export const kwok: Recipe = {
  name: 'kwok',
  sources: [{
    from: 'go',
    version: '0.8.0',
    moduleVersion: 'v0.8.0',
    package: 'sigs.k8s.io/kwok/cmd/kwok',
    beside: {
      name: 'kwok.yaml',
      module: 'sigs.k8s.io/kwok',
      files: ['node/fast/node-initialize', 'node/heartbeat-with-lease/node-heartbeat-with-lease', 'pod/fast/pod-ready', 'pod/fast/pod-complete', 'pod/fast/pod-delete'].map((stage) => `kustomize/stage/${stage}.yaml`),
    },
  }],
  byDefault: true,
  purpose: 'plays the node on which pods become ready',
};
