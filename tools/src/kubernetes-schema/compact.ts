/** The parts of an OpenAPI v2 schema that say how a type merges. */
export interface OpenApiSchema {
  readonly $ref?: string;
  readonly type?: string;
  readonly format?: string;
  readonly properties?: Readonly<Record<string, OpenApiSchema>>;
  readonly additionalProperties?: OpenApiSchema;
  readonly items?: OpenApiSchema;
  readonly required?: readonly string[];
  readonly 'x-kubernetes-list-type'?: string;
  readonly 'x-kubernetes-list-map-keys'?: readonly string[];
  readonly 'x-kubernetes-map-type'?: string;
  readonly 'x-kubernetes-group-version-kind'?: readonly { readonly group: string; readonly version: string; readonly kind: string }[];
}

/** Name of a definition in the fake: `apps/v1/Deployment` for a kind, the last part of its OpenAPI name for a part of one. */
export function shortName(name: string, schema: OpenApiSchema): string {
  const [kind] = schema['x-kubernetes-group-version-kind'] ?? [];
  if (kind !== undefined && schema.properties?.['metadata'] !== undefined) return `${kind.group === '' ? '' : `${kind.group}/`}${kind.version}/${kind.kind}`;
  return name.split('.').slice(-2).join('.');
}

/** A schema in the notation of the fake; `refer` names what a reference points at. */
export function compact(schema: OpenApiSchema, refer: (definition: string) => string): unknown {
  if (schema.$ref !== undefined) return refer(schema.$ref.replace('#/definitions/', ''));
  const atomic = schema['x-kubernetes-map-type'] === 'atomic' ? { atomic: true } : {};
  if (schema.properties !== undefined) {
    const fields = Object.entries(schema.properties).map(([name, field]) => [name, compact(field, refer)] as const);
    return { fields: Object.fromEntries(fields), ...atomic, ...keyDefaults(schema) };
  }
  if (schema.additionalProperties !== undefined) return { map: compact(schema.additionalProperties, refer), ...atomic };
  if (schema.items !== undefined) return { list: compact(schema.items, refer), ...mergedBy(schema) };
  if (schema.format === 'int-or-string') return 'scalar';
  if (schema.type === 'integer') return 'number';
  return schema.type === undefined || schema.type === 'object' ? 'any' : schema.type;
}

/** Fields that the keys of lists are made of, in any of the kinds. */
const keyFields = ['containerPort', 'ip', 'key', 'name', 'port', 'topologyKey', 'type', 'uid', 'whenUnsatisfiable'];

/**
 * What a key field counts as when it is not written, which the v2 document leaves out: a required one as its zero value,
 * the protocol of a port as TCP.
 */
function keyDefaults({ properties = {}, required = [] }: OpenApiSchema): { readonly defaults?: Readonly<Record<string, string | number>> } {
  const isPort = 'protocol' in properties && ('containerPort' in properties || 'targetPort' in properties);
  const zeroes = keyFields.filter((name) => required.includes(name)).map((name) => [name, properties[name]?.type === 'integer' ? 0 : ''] as const);
  const defaults = { ...Object.fromEntries(zeroes), ...(isPort ? { protocol: 'TCP' } : {}) };
  return Object.keys(defaults).length === 0 ? {} : { defaults };
}

function mergedBy(schema: OpenApiSchema): { readonly by?: 'set' | readonly string[] } {
  if (schema['x-kubernetes-list-type'] === 'set') return { by: 'set' };
  if (schema['x-kubernetes-list-type'] === 'map') return { by: schema['x-kubernetes-list-map-keys'] ?? [] };
  return {};
}
