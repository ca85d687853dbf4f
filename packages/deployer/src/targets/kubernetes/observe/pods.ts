import { AppError } from '@bud-o11y/model';
import { fieldAt, textsAt } from '../../../objects/fields.ts';
import { groupOf } from '../../../objects/index.ts';
import type { Api, KubernetesObject } from '../transport/index.ts';

const workloads: ReadonlySet<string> = new Set(['apps/Deployment', 'apps/StatefulSet', 'apps/DaemonSet', 'batch/Job']);

/** Whether the reason why an object does not work is told by its pods. */
export function hasPods({ apiVersion, kind }: Pick<KubernetesObject, 'apiVersion' | 'kind'>): boolean {
  return workloads.has(`${groupOf(apiVersion)}/${kind}`);
}

/** The pods that a workload's selector finds; none where they may not be read: they only explain. */
export async function podsOf(api: Api, workload: KubernetesObject): Promise<readonly KubernetesObject[]> {
  const { namespace } = workload.metadata;
  const labels = textsAt(fieldAt(workload, 'spec', 'selector'), 'matchLabels');
  if (namespace === undefined || labels.length === 0) return [];
  const pods: KubernetesObject[] = [];
  try {
    const list = api.list({ group: '', version: 'v1', plural: 'pods', namespace }, { labelSelector: labels.map(([name, value]) => `${name}=${value}`).join(',') });
    for await (const pod of list) pods.push(pod);
  } catch (thrown) {
    if (thrown instanceof AppError) return [];
    throw thrown;
  }
  return pods;
}
