import { AppError, canonicalJson } from '@bud-o11y/model';
import { keyParts, type ObjectKey } from '../../objects/index.ts';
import type { Cluster } from './context.ts';
import { applySet } from './inventory/index.ts';
import { isSecret, resourceOf, type Scope } from './kinds.ts';
import { resourcePath } from './transport/index.ts';

const serverMetadata: ReadonlySet<string> = new Set(['managedFields', 'resourceVersion', 'uid', 'creationTimestamp', 'generation', 'selfLink']);

/** One object as JSON, without what the server adds and without our label; undefined when it is not there, or a Secret. */
export async function readText({ api, setId }: Cluster, key: ObjectKey, scope: Scope): Promise<string | undefined> {
  if (isSecret(key)) return undefined;
  try {
    const { body } = await api.request({ method: 'GET', path: resourcePath(resourceOf(scope), keyParts(key).name), name: `get ${scope.served.plural}` });
    const { status: _, metadata, ...rest } = body;
    const labels = Object.entries(metadata.labels ?? {}).filter(([name, value]) => !(name === applySet.partOf && value === setId));
    const kept = Object.entries(metadata).filter(([name]) => !serverMetadata.has(name) && name !== 'labels');
    return canonicalJson({ ...rest, metadata: { ...Object.fromEntries(kept), ...(labels.length === 0 ? {} : { labels: Object.fromEntries(labels) }) } });
  } catch (thrown) {
    if (thrown instanceof AppError && thrown.code === 'notFound') return undefined;
    throw thrown;
  }
}
