import { type JsonObject, type StoredObject, objectAt } from '../object.ts';

const condition = (type: string, reason: string, now: string): JsonObject => ({ type, status: 'True', reason, message: reason, lastTransitionTime: now, lastUpdateTime: now });
const untimed = (type: string, reason: string, now: string): JsonObject => ({ type, status: 'True', reason, message: reason, lastTransitionTime: now });

const statuses: Readonly<Record<string, (object: StoredObject, replicas: number, now: string) => JsonObject>> = {
  Deployment: (_, n, now) => ({ replicas: n, updatedReplicas: n, readyReplicas: n, availableReplicas: n, conditions: [condition('Available', 'MinimumReplicasAvailable', now), condition('Progressing', 'NewReplicaSetAvailable', now)] }),
  ReplicaSet: (_, n) => ({ replicas: n, fullyLabeledReplicas: n, readyReplicas: n, availableReplicas: n }),
  StatefulSet: ({ metadata }, n) => ({ replicas: n, readyReplicas: n, currentReplicas: n, updatedReplicas: n, availableReplicas: n, currentRevision: `${metadata.name}-${metadata.generation ?? 1}`, updateRevision: `${metadata.name}-${metadata.generation ?? 1}`, collisionCount: 0 }),
  DaemonSet: () => ({ currentNumberScheduled: 1, desiredNumberScheduled: 1, updatedNumberScheduled: 1, numberAvailable: 1, numberReady: 1, numberMisscheduled: 0 }),
  Job: (_, __, now) => ({ startTime: now, completionTime: now, succeeded: 1, ready: 0, terminating: 0, uncountedTerminatedPods: {}, conditions: [{ ...untimed('SuccessCriteriaMet', 'CompletionsReached', now), lastProbeTime: now }, { ...untimed('Complete', 'CompletionsReached', now), lastProbeTime: now }] }),
  PersistentVolumeClaim: ({ spec }) => ({ phase: 'Bound', accessModes: objectAt(spec)['accessModes'] ?? ['ReadWriteOnce'], capacity: objectAt(spec, 'resources', 'requests') }),
  Pod: (_, __, now) => ({ phase: 'Running', conditions: [untimed('Ready', 'Ready', now)] }),
  PodDisruptionBudget: (_, __, now) => ({ currentHealthy: 1, desiredHealthy: 1, disruptionsAllowed: 0, expectedPods: 1, conditions: [{ ...untimed('DisruptionAllowed', 'SufficientPods', now) }] }),
};
const observing = new Set(['Deployment', 'ReplicaSet', 'StatefulSet', 'DaemonSet', 'PodDisruptionBudget']);

/** The status that an object has once everything it asks for runs; undefined for kinds that have nothing to wait for. */
export function readyStatus(object: StoredObject, now: string): JsonObject | undefined {
  const replicas = Number(objectAt(object, 'spec')['replicas'] ?? 1);
  const status = statuses[object.kind]?.(object, replicas, now);
  return status === undefined ? undefined : { ...(observing.has(object.kind) ? { observedGeneration: object.metadata.generation ?? 1 } : {}), ...status };
}
