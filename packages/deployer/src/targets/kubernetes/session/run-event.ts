import { AppError, type Problem } from '@bud-o11y/model';
import type { Cluster } from '../context.ts';
import { inventoryName, type RunRecord } from '../inventory/index.ts';
import { resourcePath } from '../transport/index.ts';

const reasons: Readonly<Record<RunRecord['outcome'], string>> = { done: 'Applied', stopped: 'ApplyStopped', failed: 'ApplyFailed' };

/** What the server takes of a message. */
const longestMessage = 1024;

/**
 * Says in the cluster's own log of events that a run has ended, so that `kubectl get events` shows it between those of the
 * workloads. The inventory is the record; without the event the run is as good: a refusal is a warning.
 * @param inventoryUid by it `kubectl describe` finds the events of the inventory
 */
export async function sendRunEvent({ api, place }: Cluster, run: RunRecord, inventoryUid: string): Promise<readonly Problem[]> {
  try {
    await api.request({ method: 'POST', path: resourcePath({ group: '', version: 'v1', plural: 'events', namespace: place.namespace }), body: eventOf(run, place, inventoryUid), name: 'create events', idempotent: true });
    return [];
  } catch (thrown) {
    if (!(thrown instanceof AppError)) throw thrown;
    // Its name is that of the run: what is there already is its own first sending.
    if (thrown.code === 'conflict') return [];
    return [{
      code: 'target-run-event',
      severity: 'warning',
      where: { path: `core/ConfigMap/${place.namespace}/${inventoryName(place.environment)}` },
      what: `the event of run ${run.run} could not be written: ${thrown.message}`,
      why: 'the cluster’s events do not show the run; the inventory has it all the same',
      fix: `ask for what \`bud-o11y rbac -e ${place.environment}\` prints, if it is a permission`,
    }];
  }
}

function eventOf(run: RunRecord, { environment, namespace }: Cluster['place'], uid: string): object {
  // The server takes seconds here, and no part of them.
  const at = `${run.at.slice(0, 19)}Z`;
  return {
    apiVersion: 'v1',
    kind: 'Event',
    metadata: { name: `${inventoryName(environment)}.${run.run}`, namespace },
    involvedObject: { apiVersion: 'v1', kind: 'ConfigMap', name: inventoryName(environment), namespace, uid },
    type: run.outcome === 'done' ? 'Normal' : 'Warning',
    reason: reasons[run.outcome],
    message: messageOf(run).slice(0, longestMessage),
    source: { component: 'bud-o11y' },
    reportingComponent: 'bud-o11y',
    reportingInstance: run.run,
    firstTimestamp: at,
    lastTimestamp: at,
    count: 1,
  };
}

function messageOf({ run, by, written, bundle, reason }: RunRecord): string {
  return [`run ${run}${by === undefined ? '' : ` of ${by}`}: ${written} written, bundle ${bundle.slice(0, 12)}`, ...(reason === undefined ? [] : [`reason: ${reason}`])].join('; ');
}
