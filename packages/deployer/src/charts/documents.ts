import type { KubernetesObject } from '../objects/kubernetes-object.ts';
import { printable } from '../report/printable.ts';
import { objectKey } from '../objects/object-key.ts';
import type { Manifest } from './manifest.ts';
import { isClusterScoped } from './scope.ts';
import { normalForm } from './normal-form.ts';

/** An object of a release, and the template that it comes from. */
export interface ChartObject {
  readonly template: string;
  readonly object: KubernetesObject;
}

/** Takes lists apart, and tells objects from what is none. */
export function readObjects(manifests: readonly Manifest[], namespace: string): { readonly objects: readonly ChartObject[]; readonly faults: readonly Fault[] } {
  const flat = manifests.flatMap(({ template, value }): readonly Manifest[] => items(value)?.map((item) => ({ template, value: item })) ?? [{ template, value }]);
  const faults: Fault[] = [];
  const objects: ChartObject[] = [];
  for (const { template, value } of flat) {
    const what = notAnObject(value);
    if (what === undefined) objects.push({ template, object: value as KubernetesObject });
    else faults.push({ template, what });
  }
  const definitions = objects.map(({ object }) => object).filter(({ kind }) => kind === 'CustomResourceDefinition');
  return {
    objects: objects.map(({ template, object }) => ({ template, object: normalForm(object, isClusterScoped(object, definitions) ? undefined : namespace) })),
    faults,
  };
}

interface Fault {
  readonly template: string;
  readonly what: string;
}

/** The items of a `List`. */
function items(value: unknown): readonly unknown[] | undefined {
  return isRecord(value) && value['kind'] === 'List' && value['apiVersion'] === 'v1' && Array.isArray(value['items']) ? value['items'] : undefined;
}

function notAnObject(value: unknown): string | undefined {
  if (!isRecord(value)) return 'a document that is no object';
  const { apiVersion, kind, metadata } = value;
  if (typeof apiVersion !== 'string' || typeof kind !== 'string' || !isRecord(metadata)) return 'an object without apiVersion, kind or metadata';
  if (typeof metadata['name'] !== 'string' || metadata['name'] === '') return `a ${kind} without a name${'generateName' in metadata ? ' (generateName would make a new one at every apply)' : ''}`;
  const name = `${metadata['name']}${String(metadata['namespace'] ?? '')}${kind}`;
  if (name.includes('/') || printable(name) !== name) return `a ${printable(kind)} whose name has a slash or a control character`;
  return badTexts(metadata['annotations']) || badTexts(metadata['labels']) ? `${objectKey(value as unknown as KubernetesObject)}, where a label or an annotation is no text; it wants quotes` : undefined;
}

function badTexts(value: unknown): boolean {
  return value !== undefined && value !== null && !(isRecord(value) && Object.values(value).every((text) => typeof text === 'string' || text === null));
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
