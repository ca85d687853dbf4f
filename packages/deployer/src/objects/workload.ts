import { fieldAt, listAt, textAt, textsAt } from './fields.ts';
import type { KubernetesObject } from './kubernetes-object.ts';
import { groupOf } from './object-key.ts';

/** Where the pod template of a kind is, by `<group>/<kind>`. */
const templates: Readonly<Record<string, readonly string[]>> = {
  '/Pod': [],
  '/ReplicationController': ['spec', 'template'],
  'apps/Deployment': ['spec', 'template'],
  'apps/StatefulSet': ['spec', 'template'],
  'apps/DaemonSet': ['spec', 'template'],
  'apps/ReplicaSet': ['spec', 'template'],
  'batch/Job': ['spec', 'template'],
  'batch/CronJob': ['spec', 'jobTemplate', 'spec', 'template'],
};

/** The pod template of an object that starts pods; undefined for every other object. */
export function podTemplate(object: KubernetesObject): unknown {
  const path = templates[`${groupOf(object.apiVersion)}/${object.kind}`];
  return path === undefined ? undefined : fieldAt(object, ...path);
}

/** Labels that its pods will have; undefined for an object that starts none. */
export function podLabels(object: KubernetesObject): ReadonlyMap<string, string> | undefined {
  const template = podTemplate(object);
  return template === undefined ? undefined : new Map(textsAt(template, 'metadata', 'labels'));
}

/** Names of what a pod cannot start without, all in its own namespace. */
export interface PodReferences {
  readonly configMaps: ReadonlySet<string>;
  readonly secrets: ReadonlySet<string>;
  readonly serviceAccount?: string;
}

/**
 * What the pods of a workload refer to. Volume claims are left out on purpose: many are bound only when a pod that
 * mounts them is there, and waiting for one would wait for ever.
 */
export function podReferences(object: KubernetesObject): PodReferences {
  const spec = fieldAt(podTemplate(object), 'spec');
  const sources = [...listAt(spec, 'volumes'), ...listAt(spec, 'volumes').flatMap((volume) => listAt(volume, 'projected', 'sources'))];
  const containers = [...listAt(spec, 'containers'), ...listAt(spec, 'initContainers')];
  const variables = containers.flatMap((container) => listAt(container, 'env').map((variable) => fieldAt(variable, 'valueFrom')));
  const imports = containers.flatMap((container) => listAt(container, 'envFrom'));
  const names = (...found: readonly (string | undefined)[]): string[] => found.filter((name) => name !== undefined);
  const serviceAccount = textAt(spec, 'serviceAccountName');
  return {
    configMaps: new Set(names(
      ...sources.map((source) => textAt(source, 'configMap', 'name')),
      ...variables.map((source) => textAt(source, 'configMapKeyRef', 'name')),
      ...imports.map((source) => textAt(source, 'configMapRef', 'name')),
    )),
    secrets: new Set(names(
      ...sources.flatMap((source) => [textAt(source, 'secret', 'secretName'), textAt(source, 'secret', 'name')]),
      ...variables.map((source) => textAt(source, 'secretKeyRef', 'name')),
      ...imports.map((source) => textAt(source, 'secretRef', 'name')),
      ...listAt(spec, 'imagePullSecrets').map((source) => textAt(source, 'name')),
    )),
    ...(serviceAccount === undefined ? {} : { serviceAccount }),
  };
}
