import { AppError } from '@bud-o11y/model';
import type { KubernetesObject, ResourceRef } from './resource.ts';
import { resourcePath } from './resource.ts';
import { statusOf } from './status.ts';
import type { ApiReply, ApiRequest } from './wire.ts';

export interface ListOptions {
  readonly labelSelector?: string;
  readonly fieldSelector?: string;
  /** Metadata only (`PartialObjectMetadata`): a fraction of the bytes. */
  readonly metadataOnly?: boolean;
  /** Objects per page; 500 unless told. */
  readonly limit?: number;
  readonly signal?: AbortSignal;
  /**
   * Called when the list begins again because it became too old while it was read: forget what came so far. Who does
   * not listen gets the objects only after the last page was read.
   */
  readonly onRestart?: () => void;
}

/** The objects of a list, page by page. */
export interface ObjectList extends AsyncIterable<KubernetesObject> {
  /** Where a watch can go on; known after the last object. */
  readonly resourceVersion: string | undefined;
}

interface Page {
  readonly apiVersion?: string;
  readonly kind?: string;
  readonly metadata?: { readonly continue?: string; readonly resourceVersion?: string };
  readonly items?: readonly KubernetesObject[] | null;
}

/** Sends one request; the api's own. */
export type Send = <Body>(request: ApiRequest) => Promise<ApiReply<Body>>;

const pageSize = 500;
const partial = 'application/json;as=PartialObjectMetadataList;g=meta.k8s.io;v=v1,application/json';
/** A list that expires this often will never be read to its end. */
const mostRestarts = 3;

/** Lists a collection. @throws AppError as every request; `timeout` when the list expires again and again. */
export function listObjects(send: Send, resource: ResourceRef, options: ListOptions): ObjectList {
  let resourceVersion: string | undefined;
  const { labelSelector, fieldSelector, metadataOnly = false, limit = pageSize, signal, onRestart } = options;

  return {
    get resourceVersion() {
      return resourceVersion;
    },
    async *[Symbol.asyncIterator]() {
      const kept: KubernetesObject[] = [];
      let from: string | undefined;
      let restarts = 0;
      for (;;) {
        const page = await pageFrom(from);
        if (page === 'expired') {
          restarts += 1;
          if (restarts > mostRestarts) throw new AppError('timeout', `list ${resource.plural}: the list became too old while it was read, ${restarts} times`);
          kept.length = 0;
          onRestart?.();
          from = undefined;
          continue;
        }
        if (onRestart === undefined) kept.push(...itemsOf(page));
        else yield* itemsOf(page);
        from = page.metadata?.continue === '' ? undefined : page.metadata?.continue;
        ({ resourceVersion } = page.metadata ?? {});
        if (from === undefined) break;
      }
      yield* kept;
    },
  };

  async function pageFrom(from: string | undefined): Promise<Page | 'expired'> {
    const query = { limit: String(limit), ...(labelSelector === undefined ? {} : { labelSelector }), ...(fieldSelector === undefined ? {} : { fieldSelector }), ...(from === undefined ? {} : { continue: from }) };
    try {
      return (await send<Page>({ method: 'GET', path: resourcePath(resource), query, name: `list ${resource.plural}`, ...(metadataOnly ? { accept: partial } : {}), ...(signal === undefined ? {} : { signal }) })).body;
    } catch (thrown) {
      if (from !== undefined && statusOf(thrown)?.code === 410) return 'expired';
      throw thrown;
    }
  }
}

/** The items of a typed list come without the kind, which is that of the list. */
function itemsOf({ apiVersion = '', kind = '', items }: Page): readonly KubernetesObject[] {
  return (items ?? []).map((item) => (item.kind === undefined ? { ...item, apiVersion, kind: kind.replace(/List$/, '') } : item));
}
