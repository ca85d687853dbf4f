import { AppError } from '@bud-o11y/model';
import type { ObjectKey } from '../../../objects/index.ts';
import type { Cluster } from '../context.ts';
import { applySet } from '../inventory/index.ts';
import { resourceOf, type Scope } from '../kinds.ts';
import { keyIn } from '../live/members.ts';
import type { KubernetesObject } from '../transport/index.ts';

/** The objects of the set in one scope, kept up to date by one list and one watch for as long as somebody looks. */
export interface Collection {
  /** Resolves when the first list is in. @throws what the server refuses for good. */
  opened(): Promise<void>;
  get(key: ObjectKey): KubernetesObject | undefined;
  /** Takes in what another answer of the server said, as that to a write: an older state no longer counts then. */
  note(object: KubernetesObject): void;
  /** Resolves at the next change of this object. @throws what ended the watch for good. */
  change(key: ObjectKey): Promise<void>;
}

/** Pause before the collection is listed again after its watch failed. Milliseconds. */
const pauseMs = 2000;

export function openCollection({ api, setId, clock }: Cluster, scope: Scope, signal: AbortSignal): Collection {
  const objects = new Map<ObjectKey, KubernetesObject>();
  /** The version by which an object is known to be gone: an event of its life that comes late does not bring it back. */
  const graves = new Map<ObjectKey, string>();
  const waiting = new Map<ObjectKey, (() => void)[]>();
  const failed = Promise.withResolvers<never>();
  const ready = Promise.withResolvers<void>();
  failed.promise.catch(() => undefined);
  const selector = `${applySet.partOf}=${setId}`;
  const { served } = scope;
  const apiVersion = served.group === '' ? served.version : `${served.group}/${served.version}`;

  follow().catch((thrown: unknown) => failed.reject(thrown));

  return {
    opened: async () => await Promise.race([ready.promise, failed.promise]),
    get: (key) => objects.get(key),
    note: (object) => see(object, false),
    async change(key) {
      const changed = new Promise<void>((resolve) => {
        const list = waiting.get(key);
        if (list === undefined) waiting.set(key, [resolve]);
        else list.push(resolve);
      });
      await Promise.race([changed, failed.promise]);
    },
  };

  /** List, watch, and again after the watch has ended or has lost something. */
  async function follow(): Promise<void> {
    while (!signal.aborted) {
      try {
        const resourceVersion = await list();
        ready.resolve();
        for await (const event of api.watch(resourceOf(scope), { labelSelector: selector, signal, ...(resourceVersion === undefined ? {} : { resourceVersion }) })) {
          if (event.type === 'RELIST') break;
          if (event.type === 'BOOKMARK') continue;
          see(event.object, event.type === 'DELETED');
        }
      } catch (thrown) {
        if (signal.aborted) return;
        if (!(thrown instanceof AppError) || !passing.has(thrown.code)) throw thrown;
        await clock.sleep(pauseMs, signal).catch(() => undefined);
      }
    }
  }

  async function list(): Promise<string | undefined> {
    const found = api.list(resourceOf(scope), { labelSelector: selector, signal });
    const gone = new Set(objects.keys());
    for await (const object of found) {
      gone.delete(keyIn(scope, object));
      see(object, false);
    }
    for (const key of gone) {
      // What an answer to a write told since is newer than this list.
      if (!isOlder(found.resourceVersion, objects.get(key)?.metadata.resourceVersion)) bury(key, found.resourceVersion);
    }
    return found.resourceVersion;
  }

  /** Events may come twice or late: a state older than the one that is known is left out. */
  function see(object: KubernetesObject, deleted: boolean): void {
    const key = keyIn(scope, object);
    const { resourceVersion } = object.metadata;
    const known = objects.get(key)?.metadata.resourceVersion;
    const grave = graves.get(key);
    if (isOlder(resourceVersion, known) || isOlder(resourceVersion, grave) || (grave !== undefined && resourceVersion === grave)) return;
    if (deleted) return bury(key, resourceVersion);
    graves.delete(key);
    objects.set(key, { ...object, apiVersion, kind: served.kind });
    tell(key);
  }

  function bury(key: ObjectKey, resourceVersion: string | undefined): void {
    objects.delete(key);
    if (resourceVersion !== undefined) graves.set(key, resourceVersion);
    tell(key);
  }

  function tell(key: ObjectKey): void {
    const list = waiting.get(key) ?? [];
    waiting.delete(key);
    for (const resolve of list) resolve();
  }
}

const passing: ReadonlySet<string> = new Set(['timeout', 'unreachable', 'throttled', 'serverError']);

/** Versions of one server are numbers that grow, where they are numbers at all. */
function isOlder(one: string | undefined, other: string | undefined): boolean {
  const [a, b] = [Number(one), Number(other)];
  return Number.isSafeInteger(a) && Number.isSafeInteger(b) && a < b;
}
