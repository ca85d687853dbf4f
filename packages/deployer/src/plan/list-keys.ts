import { isRecord, type ItemKeys, keyDefaults } from './field-path.ts';

/** By the name of a list: the fields that identify its items, the most telling first. What is not here goes by `name`. */
const keyFields: Readonly<Record<string, readonly (readonly string[])[]>> = {
  conditions: [['type']],
  hostAliases: [['ip']],
  ownerReferences: [['uid']],
  ports: [['containerPort', 'protocol'], ['port', 'protocol']],
  subjects: [['kind', 'name', 'namespace'], ['kind', 'name']],
  topologySpreadConstraints: [['topologyKey', 'whenUnsatisfiable']],
  volumeDevices: [['devicePath']],
  volumeMounts: [['mountPath']],
};

const byName = [['name']] as const;

/**
 * The fields by which the items of all these lists can be told apart, so that an inserted item does not make every later
 * one differ; undefined when an item has no such key, or two of one list have the same.
 */
export function identifyingFields(list: string, ...lists: readonly (readonly unknown[])[]): readonly string[] | undefined {
  return [...(keyFields[list] ?? []), ...byName].find((fields) => lists.every((items) => {
    const keys = items.map((item) => keysOf(item, fields));
    return keys.every((key) => key !== undefined) && new Set(keys.map((key) => JSON.stringify(key))).size === items.length;
  }));
}

/** The keys of an item; undefined when it has not all of them. */
export function keysOf(item: unknown, fields: readonly string[]): ItemKeys | undefined {
  if (!isRecord(item)) return undefined;
  const entries = fields.map((field) => [field, item[field] ?? keyDefaults[field]] as const);
  return entries.every((entry): entry is readonly [string, string | number | boolean] => ['string', 'number', 'boolean'].includes(typeof entry[1])) ? Object.fromEntries(entries) : undefined;
}
