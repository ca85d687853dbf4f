import { Pool } from 'undici';
import { cancelled } from './clock.ts';
import type { ClientCertificate, Connection } from './connection.ts';

/** Milliseconds. */
export interface Timeouts {
  readonly connect: number;
  /** To the first byte of an answer. The server itself gives up at 60 s: a shorter time would send slow writes twice. */
  readonly headers: number;
  /** Between two bytes of an answer. */
  readonly body: number;
  /** Between two bytes of a watch, on which the server sends a bookmark about every minute. */
  readonly quietWatch: number;
}

export const defaultTimeouts: Timeouts = { connect: 10_000, headers: 65_000, body: 60_000, quietWatch: 150_000 };

/** What requests use at most on HTTP/1.1; HTTP/2 puts as many on one or two connections. */
const connections = 16;
const largestAnswer = 256 * 1024 * 1024;

/**
 * The pools of one connection: requests on one, long watches apart, so that neither holds the other up. After `close`
 * there are none, and asking for one throws `cancelled`.
 */
export interface Pools {
  /** Another certificate than the last one gets new connections; those before finish what they carry. */
  requests(certificate: ClientCertificate | undefined): Pool;
  watches(certificate: ClientCertificate | undefined): Pool;
  /** Takes a pool out of use after it went silent: what comes next gets new connections. */
  retire(pool: Pool): void;
  /** Waits for requests, breaks watches off. */
  close(): Promise<void>;
}

interface Pair {
  readonly certificate: ClientCertificate | undefined;
  readonly requests: Pool;
  readonly watches: Pool;
}

export function openPools(connection: Connection, timeouts: Timeouts, onConnect: () => void): Pools {
  let pair: Pair | undefined;
  let closed = false;
  const retired = new Set<Promise<void>>();

  return {
    requests: (certificate) => pairFor(certificate).requests,
    watches: (certificate) => pairFor(certificate).watches,
    retire(pool) {
      if (pair?.requests === pool || pair?.watches === pool) retirePair();
    },
    async close() {
      const last = pair;
      pair = undefined;
      closed = true;
      await Promise.all([last?.watches.destroy(), last?.requests.close(), ...retired]);
    },
  };

  function pairFor(certificate: ClientCertificate | undefined): Pair {
    if (closed) throw cancelled();
    if (pair !== undefined && !isSame(pair.certificate, certificate)) retirePair();
    pair ??= { certificate, requests: open(certificate, { connections, bodyTimeout: timeouts.body }), watches: open(certificate, { connections: null, bodyTimeout: timeouts.quietWatch }) };
    return pair;
  }

  function retirePair(): void {
    if (pair === undefined) return;
    for (const pool of [pair.requests, pair.watches]) {
      const closing = pool.close().finally(() => retired.delete(closing));
      retired.add(closing);
    }
    pair = undefined;
  }

  function open(certificate: ClientCertificate | undefined, use: Pick<Pool.Options, 'connections' | 'bodyTimeout'>): Pool {
    const { origin, ca, servername, verify } = connection;
    const tls = { ...(ca === undefined ? {} : { ca }), ...(servername === undefined ? {} : { servername }), ...certificate, rejectUnauthorized: verify };
    const pool = new Pool(origin, {
      ...use,
      allowH2: true,
      headersTimeout: timeouts.headers,
      keepAliveTimeout: 30_000,
      maxResponseSize: largestAnswer,
      connect: { timeout: timeouts.connect, keepAlive: true, ...tls },
    });
    return pool.on('connect', onConnect);
  }
}

function isSame(one: ClientCertificate | undefined, other: ClientCertificate | undefined): boolean {
  return one === other || (one?.cert === other?.cert && one?.key === other?.key);
}
