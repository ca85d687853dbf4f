import type { Problem } from '@bud-o11y/model';
import { fieldAt, textsAt } from './fields.ts';
import type { PlacedObject } from './object.ts';

/** Bytes. What a ConfigMap or a Secret may hold, what annotations may, and what the server's store takes as a whole. */
const limits = { data: 1_048_576, annotations: 262_144, object: 1_572_864 } as const;

/** A Problem when the server would refuse an object for its size; `text` is its JSON. */
export function oversized({ artifact, source, key, object }: PlacedObject, text: string): readonly Problem[] {
  const found = tooLarge(object, text);
  return found === undefined ? [] : [{
    code: 'object-too-large',
    severity: 'error',
    where: { artifact: artifact ?? source, path: key },
    what: `${found.what} of ${key} is ${found.bytes} bytes, and ${found.limit} is the most that Kubernetes takes`,
    why: 'the server would refuse it in the middle of an apply',
    fix: found.fix,
  }];
}

interface TooLarge {
  readonly what: string;
  readonly bytes: number;
  readonly limit: number;
  readonly fix: string;
}

function tooLarge(object: PlacedObject['object'], text: string): TooLarge | undefined {
  // A text that is short as a whole has no long part: one look for nearly all objects.
  if (text.length * 3 < limits.annotations) return undefined;
  const annotations = sizeOf(textsAt(object, 'metadata', 'annotations'));
  if (annotations > limits.annotations) return { what: 'the annotations', bytes: annotations, limit: limits.annotations, fix: 'move what is long out of the annotations' };
  const data = object.apiVersion === 'v1' && (object.kind === 'ConfigMap' || object.kind === 'Secret') ? sizeOf([...textsAt(object, 'data'), ...textsAt(object, 'binaryData')]) : 0;
  if (data > limits.data) return { what: 'the data', bytes: data, limit: limits.data, fix: object.kind === 'ConfigMap' && fieldAt(object, 'data') !== undefined ? 'split the dashboard or the file in two' : 'split it in two' };
  const whole = Buffer.byteLength(text);
  return whole > limits.object ? { what: 'the JSON', bytes: whole, limit: limits.object, fix: 'split it in two' } : undefined;
}

function sizeOf(entries: readonly (readonly [string, string])[]): number {
  return entries.reduce((sum, [key, value]) => sum + Buffer.byteLength(key) + Buffer.byteLength(value), 0);
}
