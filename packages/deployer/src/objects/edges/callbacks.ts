import { fieldAt, listAt, textAt, textsAt } from '../fields.ts';
import type { ObjectKey } from '../object-key.ts';
import { podLabels } from '../workload.ts';
import type { Known, KnownObjects } from './known-objects.ts';

const configurations: ReadonlySet<string> = new Set(['ValidatingWebhookConfiguration', 'MutatingWebhookConfiguration']);

/**
 * The Service that a webhook configuration or an aggregated API points at, and the workloads behind it -> that object:
 * once it is there the server asks the Service, and refuses writes while nobody answers.
 */
export function calledBy({ draft }: Known, known: KnownObjects): readonly ObjectKey[] {
  return servicesOf(draft.object).flatMap(({ namespace, name }) => {
    const [service] = known.named('', 'Service', namespace, [name]);
    const behind = service === undefined ? [] : workloadsBehind(known.ofKind('', 'Service').find(({ key }) => key === service)?.draft.object, namespace, known);
    // A Service without a selector, or of somebody else: what the same chart starts is the best that is known.
    const answering = behind.length > 0 ? behind : known.ofSource(draft.source).filter(({ draft: other }) => other.hook === undefined && podLabels(other.object) !== undefined);
    return [...(service === undefined ? [] : [service]), ...answering.map(({ key }) => key)];
  });
}

/** Whether the server calls back through this object, so that it is applied last. */
export function isCallback(object: Known['draft']['object']): boolean {
  return servicesOf(object).length > 0;
}

function servicesOf(object: Known['draft']['object']): readonly { readonly namespace: string; readonly name: string }[] {
  const references = configurations.has(object.kind)
    ? listAt(object, 'webhooks').map((webhook) => fieldAt(webhook, 'clientConfig', 'service'))
    : object.kind === 'APIService' ? [fieldAt(object, 'spec', 'service')] : [];
  return references.flatMap((reference) => {
    const namespace = textAt(reference, 'namespace');
    const name = textAt(reference, 'name');
    return namespace === undefined || name === undefined ? [] : [{ namespace, name }];
  });
}

function workloadsBehind(service: unknown, namespace: string, known: KnownObjects): readonly Known[] {
  const selector = textsAt(service, 'spec', 'selector');
  if (selector.length === 0) return [];
  return known.all.filter(({ draft: { object } }) => {
    const labels = podLabels(object);
    return labels !== undefined && object.metadata.namespace === namespace && selector.every(([label, value]) => labels.get(label) === value);
  });
}
