import type { Cause } from '../failure.ts';
import { type JsonObject, isObject, objectAt } from '../object.ts';
import type { ServedKind } from '../kinds.ts';

const mebibyte = 1_048_576;
const annotationBytes = 262_144;
const dnsName = /^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$/;
const pathSafe = /^(?!\.{1,2}$)[^/%]+$/;
const dnsRule =
  "a lowercase RFC 1123 subdomain must consist of lower case alphanumeric characters, '-' or '.', and must start and end with an alphanumeric character (e.g. 'example.com', regex used for validation is '[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*')";

/** What validation refuses in an object whatever was there before. A small part of what a real server checks. */
export function invalidFields(object: JsonObject, kind: ServedKind): readonly Cause[] {
  return [...nameErrors(object, kind), ...sizeErrors(object, kind), ...selectorErrors(object, kind)];
}

function nameErrors(object: JsonObject, { group }: ServedKind): readonly Cause[] {
  const name = String(objectAt(object, 'metadata')['name']);
  const isValid = group === 'rbac.authorization.k8s.io' ? pathSafe.test(name) : dnsName.test(name) && name.length <= 253;
  return isValid ? [] : [{ reason: 'FieldValueInvalid', message: `Invalid value: ${JSON.stringify(name)}: ${dnsRule}`, field: 'metadata.name' }];
}

function sizeErrors(object: JsonObject, { kind, group }: ServedKind): readonly Cause[] {
  const annotations = bytesOf(objectAt(object, 'metadata', 'annotations'), true);
  const tooLong = (field: string, limit: number): Cause => ({ reason: 'FieldValueTooLong', message: `Too long: may not be more than ${limit} bytes`, field });
  const data = group === '' && (kind === 'ConfigMap' || kind === 'Secret') ? bytesOf(objectAt(object, 'data'), false) + bytesOf(objectAt(object, 'binaryData'), false) : 0;
  return [...(annotations > annotationBytes ? [tooLong('metadata.annotations', annotationBytes)] : []), ...(data > mebibyte ? [tooLong(kind === 'Secret' ? 'data' : '[]', mebibyte)] : [])];
}

function bytesOf(map: JsonObject, withKeys: boolean): number {
  return Object.entries(map).reduce((sum, [key, value]) => sum + Buffer.byteLength(String(value)) + (withKeys ? Buffer.byteLength(key) : 0), 0);
}

function selectorErrors(object: JsonObject, { group, kind }: ServedKind): readonly Cause[] {
  if (group !== 'apps' || kind === 'ReplicaSet') return [];
  const wanted = objectAt(object, 'spec', 'selector', 'matchLabels');
  const labels = objectAt(object, 'spec', 'template', 'metadata', 'labels');
  const containers = objectAt(object, 'spec', 'template', 'spec')['containers'];
  return [
    ...(Object.entries(wanted).every(([key, value]) => labels[key] === value) && isObject(objectAt(object, 'spec')['selector'])
      ? []
      : [{ reason: 'FieldValueInvalid', message: `Invalid value: ${JSON.stringify(labels)}: \`selector\` does not match template \`labels\``, field: 'spec.template.metadata.labels' }]),
    ...(Array.isArray(containers) && containers.length > 0 ? [] : [{ reason: 'FieldValueRequired', message: 'Required value', field: 'spec.template.spec.containers' }]),
  ];
}
