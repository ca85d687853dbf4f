import type { Hook } from '../objects/draft.ts';
import type { KubernetesObject } from '../objects/kubernetes-object.ts';

const hookAnnotation = 'helm.sh/hook';
const weightAnnotation = 'helm.sh/hook-weight';

/** What an apply does with each event that Helm knows. There is no uninstall, rollback or test of ours. */
const events: Readonly<Record<string, Hook['when'] | 'ordinary' | 'dropped'>> = {
  'pre-install': 'before', 'pre-upgrade': 'before',
  'post-install': 'after', 'post-upgrade': 'after',
  'crd-install': 'ordinary',
  'pre-delete': 'dropped', 'post-delete': 'dropped', 'pre-rollback': 'dropped', 'post-rollback': 'dropped',
  'test': 'dropped', 'test-success': 'dropped', 'test-failure': 'dropped',
};

/** `unknown` lists the events that nobody knows. */
export type HookReading =
  | { readonly kind: 'ordinary' }
  | { readonly kind: 'dropped' }
  | { readonly kind: 'hook'; readonly hook: Hook }
  | { readonly kind: 'unknown'; readonly events: readonly string[] };

/**
 * What a chart's annotations make of an object. One that asks for before and after (`post-install,pre-upgrade`) comes
 * after: at a first install nothing would be there that it could work on.
 */
export function readHook({ metadata: { annotations = {} } }: KubernetesObject): HookReading {
  const asked = annotations[hookAnnotation];
  if (asked === undefined) return { kind: 'ordinary' };
  const names = asked.split(',').map((name) => name.trim().toLowerCase()).filter((name) => name !== '');
  const unknown = names.filter((name) => !Object.hasOwn(events, name));
  if (unknown.length > 0 || names.length === 0) return { kind: 'unknown', events: names.length === 0 ? [asked] : unknown };
  const meanings = new Set(names.map((name) => events[name]));
  if (meanings.has('ordinary')) return { kind: 'ordinary' };
  // Helm reads a weight that is no number as 0.
  const weight = Number.parseInt(annotations[weightAnnotation] ?? '0', 10) || 0;
  if (meanings.has('after')) return { kind: 'hook', hook: { when: 'after', weight } };
  return meanings.has('before') ? { kind: 'hook', hook: { when: 'before', weight } } : { kind: 'dropped' };
}

/** Hooks that helm itself left out of its output, as it says on stderr (both major versions): it does not fail for them. */
export function skippedHooks(stderr: string): readonly string[] {
  const found = [...stderr.matchAll(/skipping unknown hooks?:?"? (?:hookTypes=)?("[^"]*"|\S+)/g)].map((match) => (match[1] ?? '').replaceAll('"', ''));
  return [...new Set(found)].filter((name) => name !== '');
}
