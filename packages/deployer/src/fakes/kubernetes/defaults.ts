import type { ServedKind } from './kinds.ts';
import { type JsonObject, objectAt } from './object.ts';

/**
 * What the server itself adds to an object: the label, finalizer and phase of a namespace, the address of a service. It
 * owns what it adds, so that nobody else does. `index` tells services apart.
 */
export function withDefaults(object: JsonObject, { group, kind }: ServedKind, index: number): JsonObject {
  if (group === 'batch' && kind === 'Job') return withController(object);
  if (group !== '') return object;
  if (kind === 'Namespace') {
    const metadata = objectAt(object, 'metadata');
    return {
      ...object,
      metadata: { ...metadata, labels: { ...objectAt(metadata, 'labels'), 'kubernetes.io/metadata.name': metadata['name'] } },
      spec: { finalizers: ['kubernetes'], ...objectAt(object, 'spec') },
      status: { phase: 'Active', ...objectAt(object, 'status') },
    };
  }
  if (kind === 'Secret') return withData(object);
  return kind === 'Service' ? { ...object, spec: withAddress(objectAt(object, 'spec'), index) } : object;
}

/** What is written in clear is kept encoded. */
function withData(object: JsonObject): JsonObject {
  const { stringData, ...rest } = object;
  const encoded = Object.entries(objectAt(stringData)).map(([key, value]) => [key, Buffer.from(String(value)).toString('base64')] as const);
  return encoded.length === 0 ? object : { ...rest, data: { ...objectAt(object, 'data'), ...Object.fromEntries(encoded) } };
}

/** A Job selects its pods by labels with its own uid, which it also bears itself when it has no others. */
function withController(object: JsonObject): JsonObject {
  const { uid, name, labels } = objectAt(object, 'metadata');
  const spec = objectAt(object, 'spec');
  const template = objectAt(spec, 'template');
  const own = { 'batch.kubernetes.io/controller-uid': uid, 'batch.kubernetes.io/job-name': name, 'controller-uid': uid, 'job-name': name };
  const templateLabels = { ...objectAt(template, 'metadata', 'labels'), ...own };
  return {
    ...object,
    metadata: { ...objectAt(object, 'metadata'), labels: labels ?? templateLabels },
    spec: { ...spec, selector: spec['selector'] ?? { matchLabels: { 'batch.kubernetes.io/controller-uid': uid } }, template: { ...template, metadata: { ...objectAt(template, 'metadata'), labels: templateLabels } } },
  };
}

function withAddress(spec: JsonObject, index: number): JsonObject {
  const address = spec['clusterIP'] ?? `10.0.${Math.floor(index / 250) % 250}.${(index % 250) + 1}`;
  return spec['type'] === 'ExternalName' ? spec : { ...spec, type: spec['type'] ?? 'ClusterIP', clusterIP: address, clusterIPs: spec['clusterIPs'] ?? [address], sessionAffinity: spec['sessionAffinity'] ?? 'None' };
}
