import { isDeepStrictEqual } from 'node:util';
import type { Json } from '@bud-o11y/model';
import type { Cause } from '../failure.ts';
import type { ServedKind } from '../kinds.ts';
import { type JsonObject, objectAt, without } from '../object.ts';

type Rule = (before: JsonObject, after: JsonObject) => readonly Cause[];

const valueAt = (object: JsonObject, path: string): Json | undefined => {
  const keys = path.split('.');
  return objectAt(object, ...keys.slice(0, -1))[keys.at(-1) ?? ''];
};
const differs = (before: JsonObject, after: JsonObject, path: string): boolean => !isDeepStrictEqual(valueAt(before, path), valueAt(after, path));
const invalid = (path: string, why = 'field is immutable'): Rule => (before, after) =>
  differs(before, after, path) ? [{ reason: 'FieldValueInvalid', message: `Invalid value: ${JSON.stringify(valueAt(after, path) ?? null)}: ${why}`, field: path }] : [];
const forbidden = (field: string, message: string): Cause => ({ reason: 'FieldValueForbidden', message: `Forbidden: ${message}`, field });

/** An address that is given stays; none yet, or none wanted any more, may change. */
const address: Rule = (before, after) => {
  const [was, is] = [valueAt(before, 'spec.clusterIP'), valueAt(after, 'spec.clusterIP')];
  return was === undefined || is === undefined || was === is ? [] : [{ reason: 'FieldValueInvalid', message: `Invalid value: ${JSON.stringify([is])}: may not change once set`, field: 'spec.clusterIPs[0]' }];
};

const frozenData: Rule = (before, after) =>
  before['immutable'] === true
    ? ['immutable', 'data', 'binaryData'].filter((field) => differs(before, after, field)).map((field) => forbidden(field, 'field is immutable when `immutable` is set'))
    : [];

const claim: Rule = (before, after) =>
  isDeepStrictEqual(without(objectAt(before, 'spec'), 'resources', 'volumeAttributesClassName', 'volumeName'), without(objectAt(after, 'spec'), 'resources', 'volumeAttributesClassName', 'volumeName'))
    ? []
    : [forbidden('spec', 'spec is immutable after creation except resources.requests and volumeAttributesClassName for bound claims')];

const rules: Readonly<Record<string, readonly Rule[]>> = {
  'apps/Deployment': [invalid('spec.selector')],
  'apps/ReplicaSet': [invalid('spec.selector')],
  'apps/DaemonSet': [invalid('spec.selector')],
  'apps/StatefulSet': [invalid('spec.selector'), invalid('spec.volumeClaimTemplates'), invalid('spec.serviceName'), invalid('spec.podManagementPolicy')],
  'batch/Job': [invalid('spec.selector'), invalid('spec.template'), invalid('spec.completionMode')],
  '/Service': [address],
  '/ConfigMap': [frozenData],
  '/Secret': [frozenData, invalid('type')],
  '/PersistentVolumeClaim': [claim],
  'rbac.authorization.k8s.io/RoleBinding': [invalid('roleRef')],
  'rbac.authorization.k8s.io/ClusterRoleBinding': [invalid('roleRef')],
};

/** What an update would change although the kind does not let it. */
export function immutableChanges(before: JsonObject, after: JsonObject, { group, kind }: ServedKind): readonly Cause[] {
  return (rules[`${group}/${kind}`] ?? []).flatMap((rule) => rule(before, after));
}
