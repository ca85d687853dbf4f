import type { Readable } from 'node:stream';
import { AppError } from '@bud-o11y/model';
import { type Clock, cancelled } from './clock.ts';
import { networkFailure, refusal } from './errors.ts';
import { wholeLines } from './lines.ts';
import { type KubernetesObject, resourcePath, type ResourceRef } from './resource.ts';
import { isRecord, readStatus, statusOf } from './status.ts';
import type { ApiRequest } from './wire.ts';

export interface WatchOptions {
  /** From where on; without it the server first tells of everything that exists, as `ADDED`. */
  readonly resourceVersion?: string;
  readonly labelSelector?: string;
  readonly fieldSelector?: string;
  /** Ends the watch, without an error. */
  readonly signal: AbortSignal;
}

/** `RELIST` is ours and the last event: what happened since is lost, so list again and watch from there. */
export type WatchEvent = { readonly type: 'ADDED' | 'MODIFIED' | 'DELETED' | 'BOOKMARK'; readonly object: KubernetesObject } | { readonly type: 'RELIST' };

/** What a watch needs of the api. `open` sends through the retry policy and gives the stream of a 2xx answer. */
export interface WatchWire {
  open(request: ApiRequest): Promise<Readable>;
  readonly server: string;
  readonly clock: Clock;
}

/** After this many seconds the server ends a watch, and it is resumed; what clients of Kubernetes usually ask for. */
const lifeSeconds = 290;
/** A watch that ends sooner, without a word, is not opened again at once. */
const shortLifeMs = 1000;

/**
 * Watches a collection until the signal: connections that end or break are resumed after the last event. Events come as
 * the server sends them, so some may come twice.
 * @throws AppError for a line that is no event, for an event of failure other than 410, and when it cannot be resumed.
 */
export async function* watchObjects(wire: WatchWire, resource: ResourceRef, options: WatchOptions): AsyncGenerator<WatchEvent> {
  const { labelSelector, fieldSelector, signal } = options;
  let { resourceVersion } = options;

  while (!signal.aborted) {
    const query = {
      watch: 'true',
      allowWatchBookmarks: 'true',
      timeoutSeconds: String(lifeSeconds),
      ...(resourceVersion === undefined ? {} : { resourceVersion }),
      ...(labelSelector === undefined ? {} : { labelSelector }),
      ...(fieldSelector === undefined ? {} : { fieldSelector }),
    };
    const request: ApiRequest = { method: 'GET', path: resourcePath(resource), query, name: `watch ${resource.plural}`, signal };
    const stream = await openOrGone(wire, request);
    if (stream === undefined) return;
    if (stream === 'gone') {
      yield { type: 'RELIST' };
      return;
    }
    const opened = wire.clock.now();
    let told = false;
    try {
      for await (const line of wholeLines(stream)) {
        const event = readEvent(line, request, wire);
        yield event;
        if (event.type === 'RELIST') return;
        told = true;
        resourceVersion = event.object.metadata.resourceVersion ?? resourceVersion;
      }
    } catch (thrown) {
      if (thrown instanceof AppError || !isBroken(thrown, request, wire)) throw thrown;
    }
    if (!told && wire.clock.now() - opened < shortLifeMs) await pause(wire.clock, signal);
  }
}

async function openOrGone(wire: WatchWire, request: ApiRequest): Promise<Readable | 'gone' | undefined> {
  try {
    return await wire.open(request);
  } catch (thrown) {
    if (request.signal?.aborted === true) return undefined;
    if (statusOf(thrown)?.code === 410) return 'gone';
    throw thrown;
  }
}

function readEvent(line: string, request: ApiRequest, { clock }: WatchWire): WatchEvent {
  const event = parsed(line);
  const { type, object } = isRecord(event) ? event : {};
  if (type === 'ERROR') {
    const status = readStatus(object, 500, []);
    if (status?.code === 410) return { type: 'RELIST' };
    if (status !== undefined) throw refusal(status, {}, request, clock.wall()).error;
  }
  if ((type === 'ADDED' || type === 'MODIFIED' || type === 'DELETED' || type === 'BOOKMARK') && isRecord(object) && isRecord(object.metadata)) return { type, object: object as unknown as KubernetesObject };
  throw new AppError('unreachable', `${request.name}: the server sent a line that is no event (${line.length} characters)`, { details: { request: `${request.method} ${request.path}` } });
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}

/** A network failure, which resuming heals; also that of our own abort. */
function isBroken(thrown: unknown, request: ApiRequest, { server }: WatchWire): boolean {
  return networkFailure(thrown, request, server).error instanceof AppError;
}

async function pause(clock: Clock, signal: AbortSignal): Promise<void> {
  try {
    await clock.sleep(shortLifeMs, signal);
  } catch (thrown) {
    if (!(thrown instanceof AppError) || thrown.code !== cancelled().code) throw thrown;
  }
}
