import type { Readable } from 'node:stream';
import { type Clock, systemClock } from './clock.ts';
import type { Connection } from './connection.ts';
import { type RequestCounts, requestCounter } from './counts.ts';
import { type Credential, connectionCredentials, type Credentials } from './credentials.ts';
import { discover, type Discovery } from './discovery.ts';
import { exchange, openExchange, readAll } from './exchange.ts';
import { flushes } from './flushes.ts';
import { adaptiveLimiter, type Ending, type Permit } from './limiter.ts';
import { type ListOptions, listObjects, type ObjectList } from './list.ts';
import { defaultTimeouts, openPools, type Timeouts } from './pool.ts';
import { readReply } from './reply.ts';
import type { KubernetesObject, ResourceRef } from './resource.ts';
import { retryPolicy } from './retry.ts';
import { watchObjects, type WatchEvent, type WatchOptions } from './watch.ts';
import { type ApiReply, type ApiRequest, isIdempotent, type Outcome, type WireReply } from './wire.ts';

/** One API server, as one user. Every failure is an AppError; `statusOf` and `fieldConflicts` tell what the server said. */
export interface Api {
  /** Address, for messages and identity. */
  readonly server: string;
  readonly counts: RequestCounts;
  /** One request, sent again as the retry policy allows. */
  request<Body = KubernetesObject>(request: ApiRequest): Promise<ApiReply<Body>>;
  list(resource: ResourceRef, options?: ListOptions): ObjectList;
  watch(resource: ResourceRef, options: WatchOptions): AsyncIterable<WatchEvent>;
  /** Asked once and kept; `refresh` asks again, as after new CustomResourceDefinitions. */
  discover(options?: { readonly refresh?: boolean }): Promise<Discovery>;
  /** Lets requests finish and breaks watches off. */
  close(): Promise<void>;
}

export interface ApiOptions {
  readonly connection: Connection;
  /** How long, in milliseconds from now, requests may be retried; 30 minutes unless told. */
  readonly deadlineMs?: number;
  readonly timeouts?: Timeouts;
  readonly clock?: Clock;
  readonly random?: () => number;
  readonly credentials?: Credentials;
}

/** For what does not wait for its turn: it says nothing about the load either. */
const unlimited: Permit = { leave: () => undefined };

const usualDeadlineMs = 30 * 60_000;

/** Opens an API; the first request makes the first connection. */
export function openApi({ connection, deadlineMs = usualDeadlineMs, timeouts = defaultTimeouts, clock = systemClock, random = Math.random, credentials = connectionCredentials(connection, { clock }) }: ApiOptions): Api {
  const server = `${connection.origin}${connection.prefix}`;
  const counter = requestCounter();
  const pools = openPools(connection, timeouts, () => counter.add('connections'));
  const limiter = adaptiveLimiter(clock);
  const retry = retryPolicy({ clock, random, deadline: clock.now() + deadlineMs, onRetry: () => counter.add('retries') });
  const flushed = flushes();
  let discovery: Promise<Discovery> | undefined;

  return {
    server,
    counts: counter.counts,
    request,
    list: (resource, options = {}) => listObjects(request, resource, options),
    watch: (resource, options) => watchObjects({ open, server, clock }, resource, options),
    async discover({ refresh = false } = {}) {
      if (refresh) discovery = undefined;
      discovery ??= discover(request);
      try {
        return await discovery;
      } catch (thrown) {
        discovery = undefined;
        throw thrown;
      }
    },
    close: async () => await pools.close(),
  };

  async function request<Body>(asked: ApiRequest): Promise<ApiReply<Body>> {
    counter.request(asked.name);
    const body = asked.body === undefined || typeof asked.body === 'string' ? asked.body : JSON.stringify(asked.body);
    const size = body === undefined ? 0 : Buffer.byteLength(body);
    const attempt = async (): Promise<Outcome<ApiReply<Body>>> => {
      const permit = asked.urgent === true ? unlimited : await limiter.enter(asked.signal);
      let ending: Ending = 'failed';
      try {
        const outcome = await proven(async (credential) => {
          counter.add('bytesSent', size);
          const wire = await onPool('requests', credential, async (pool) => await exchange(pool, connection, credential, asked, body));
          return 'failure' in wire ? wire : read<Body>(wire.value, asked, credential);
        });
        ending = endingOf(outcome);
        return outcome;
      } finally {
        permit.leave(ending, asked.method !== 'GET');
      }
    };
    const reply = await retry.run(attempt, { idempotent: isIdempotent(asked), reserved: asked.reserved === true, ...(asked.signal === undefined ? {} : { signal: asked.signal }) });
    // Whoever waits for a turn goes first: the server works on that while we work on this answer.
    await flushed();
    return reply;
  }

  function read<Body>(wire: WireReply, asked: ApiRequest, { secrets }: Credential): Outcome<ApiReply<Body>> {
    counter.add('bytesReceived', Buffer.byteLength(wire.text));
    const outcome = readReply<Body>(wire, { request: asked, secrets, wall: clock.wall() });
    if ('value' in outcome) limiter.sawFlowControl(wire.headers['x-kubernetes-pf-flowschema-uid'] !== undefined);
    return outcome;
  }

  /** Watches are outside of the limit: they would fill it and never leave. */
  async function open(asked: ApiRequest): Promise<Readable> {
    counter.request(asked.name);
    return await retry.run(async () => await proven<Readable>(async (credential) => await onPool('watches', credential, async (pool) => {
      const opened = await openExchange(pool, connection, credential, asked, undefined);
      if ('failure' in opened) return opened;
      if (opened.value.status === 200) return { value: opened.value.body };
      const wire = await readAll(opened.value, connection, asked);
      const outcome = 'failure' in wire ? wire : read(wire.value, asked, credential);
      return 'failure' in outcome ? outcome : { value: opened.value.body };
    })), { idempotent: true, ...(asked.signal === undefined ? {} : { signal: asked.signal }) });
  }

  /** Sends with the credential of now, and once more with another one when the server refuses it. */
  async function proven<T>(send: (credential: Credential) => Promise<Outcome<T>>): Promise<Outcome<T>> {
    const credential = await credentials.get();
    const outcome = await send(credential);
    if (!('failure' in outcome) || outcome.failure.error.code !== 'unauthorised') return taken(credential, outcome);
    const other = await credentials.renew(credential);
    if (other === undefined) return outcome;
    const second = await send(other);
    return 'failure' in second && second.failure.error.code === 'unauthorised' ? second : taken(other, second);
  }

  function taken<T>(credential: Credential, outcome: Outcome<T>): Outcome<T> {
    if ('value' in outcome || outcome.failure.status !== undefined) credentials.accepted(credential);
    return outcome;
  }

  /** A connection that went silent may be dead without telling: the next try gets another one. */
  async function onPool<T>(use: 'requests' | 'watches', { certificate }: Credential, send: (pool: ReturnType<typeof pools.requests>) => Promise<Outcome<T>>): Promise<Outcome<T>> {
    const pool = pools[use](certificate);
    const outcome = await send(pool);
    if ('failure' in outcome && outcome.failure.error.code === 'timeout' && outcome.failure.status === undefined) pools.retire(pool);
    return outcome;
  }

  function endingOf(outcome: Outcome<unknown>): Ending {
    if ('value' in outcome) return 'succeeded';
    if (outcome.failure.status !== 429 && outcome.failure.status !== 503) return 'failed';
    counter.add('throttled');
    return 'throttled';
  }
}
