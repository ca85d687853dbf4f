import type { KubernetesObject } from '../targets/kubernetes/transport/resource.ts';
import { conditionOf, conditionText, fieldsAt, itemsAt, numberAt, textAt } from './fields.ts';
import { failed, progressing, ready, readyOnceSettled, type Status } from './status.ts';

/** An image may be on its way into the registry, a Secret on its way into the cluster. */
const minute = 60_000;
const imageReasons: ReadonlySet<string> = new Set(['ImagePullBackOff', 'ErrImagePull', 'ErrImageNeverPull', 'RegistryUnavailable']);
const configReasons: ReadonlySet<string> = new Set(['CreateContainerConfigError', 'CreateContainerError', 'RunContainerError']);
const hopelessReasons: ReadonlySet<string> = new Set(['InvalidImageName']);
const mostRestarts = 3;

/** Ready when it is Ready, or has done its work. */
export function podStatus(object: KubernetesObject): Status {
  const status = fieldsAt(object, 'status');
  const phase = textAt(status, 'phase');
  if (phase === 'Succeeded') return ready;
  if (phase === 'Failed') return failed([textAt(status, 'reason'), textAt(status, 'message'), ...endings(object)].filter((part) => part !== '').join(': ') || 'it failed');
  const troubles = containers(object).flatMap((container) => trouble(container) ?? []);
  const worst = troubles.find(({ state }) => state === 'failed') ?? troubles.find(({ patienceMs }) => patienceMs !== undefined) ?? troubles[0];
  if (worst !== undefined) return worst;
  if (conditionOf(object, 'Ready')?.status === 'True') return readyOnceSettled;
  const scheduled = conditionOf(object, 'PodScheduled');
  if (scheduled?.status === 'False') return unscheduled(conditionText(scheduled));
  return progressing(phase === '' ? 'it has no phase yet' : `phase ${phase}`);
}

function containers(object: KubernetesObject): readonly Readonly<Record<string, unknown>>[] {
  const status = fieldsAt(object, 'status');
  return [...itemsAt(status, 'initContainerStatuses'), ...itemsAt(status, 'containerStatuses')];
}

/** What keeps a container from running; undefined when nothing does. */
function trouble(container: Readonly<Record<string, unknown>>): Status | undefined {
  const waiting = fieldsAt(container, 'state', 'waiting');
  const reason = textAt(waiting, 'reason');
  const text = [`container ${textAt(container, 'name')}`, reason, textAt(waiting, 'message')].filter((part) => part !== '').join(': ');
  const restarts = numberAt(container, 'restartCount') ?? 0;
  if (hopelessReasons.has(reason)) return failed(text);
  if (reason === 'CrashLoopBackOff') {
    // The message counts seconds: with it, the reason would never be the same for long.
    const crash = `container ${textAt(container, 'name')}: CrashLoopBackOff${lastEnding(container)}`;
    return restarts > mostRestarts ? failed(`${crash}, ${restarts} restarts`) : progressing(crash);
  }
  if (imageReasons.has(reason)) return progressing(`container ${textAt(container, 'name')}: cannot pull ${textAt(container, 'image')}`, minute);
  if (configReasons.has(reason)) return progressing(text, minute);
  return undefined;
}

/** A claim that binds at once and has not is a fault; other obstacles go when a node comes. */
function unscheduled(reason: string): Status {
  return /unbound immediate PersistentVolumeClaims|persistentvolumeclaim ".*" not found/.test(reason) ? progressing(reason, minute) : progressing(reason);
}

function endings(object: KubernetesObject): readonly string[] {
  return containers(object).flatMap((container) => {
    const ended = fieldsAt(container, 'state', 'terminated');
    const code = numberAt(ended, 'exitCode') ?? 0;
    return code === 0 ? [] : [`container ${textAt(container, 'name')} ended with ${code} (${textAt(ended, 'reason')})`];
  });
}

function lastEnding(container: Readonly<Record<string, unknown>>): string {
  const ended = fieldsAt(container, 'lastState', 'terminated');
  const code = numberAt(ended, 'exitCode');
  return code === undefined ? '' : `, ended with ${code} (${textAt(ended, 'reason')})`;
}
