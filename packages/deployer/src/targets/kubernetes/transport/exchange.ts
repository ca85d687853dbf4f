import type { Dispatcher, Pool } from 'undici';
import type { Connection } from './connection.ts';
import type { Credential } from './credentials.ts';
import { networkFailure } from './errors.ts';
import { onAbort } from './on-abort.ts';
import type { ApiRequest, Outcome, ReplyHeaders, WireReply } from './wire.ts';

/** An answer whose body is still coming. */
export interface OpenReply {
  readonly status: number;
  readonly headers: ReplyHeaders;
  readonly body: Dispatcher.ResponseData['body'];
}

/** Sends one request and waits for the head of the answer. Redirects are not followed. */
export async function openExchange(pool: Pool, { origin, prefix }: Connection, credential: Credential, request: ApiRequest, body: string | undefined): Promise<Outcome<OpenReply>> {
  try {
    const reply = await pool.request({ ...dispatchOptions({ prefix }, credential, request, body), ...(request.signal === undefined ? {} : { signal: request.signal }) });
    return { value: { status: reply.statusCode, headers: reply.headers, body: reply.body } };
  } catch (thrown) {
    return { failure: networkFailure(thrown, request, `${origin}${prefix}`) };
  }
}

/**
 * Sends one request and gives the whole answer. It is collected as it comes: a stream for each of ten thousand small
 * answers takes more of the processor than all else that is done with them.
 */
export async function exchange(pool: Pool, connection: Connection, credential: Credential, request: ApiRequest, body: string | undefined): Promise<Outcome<WireReply>> {
  try {
    return { value: await collected(pool, dispatchOptions(connection, credential, request, body), request.signal) };
  } catch (thrown) {
    return { failure: networkFailure(thrown, request, `${connection.origin}${connection.prefix}`) };
  }
}

async function collected(pool: Pool, options: Dispatcher.DispatchOptions, signal: AbortSignal | undefined): Promise<WireReply> {
  return await new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let [status, headers]: [number, ReplyHeaders] = [0, {}];
    let running: Dispatcher.DispatchController | undefined;
    const abort = (): void => {
      const reason = signal?.reason instanceof Error ? signal.reason : new Error('aborted');
      if (running === undefined) reject(reason);
      else running.abort(reason);
    };
    const forget = signal === undefined ? undefined : onAbort(signal, abort);
    pool.dispatch(options, {
      onRequestStart(controller) {
        running = controller;
        if (signal?.aborted === true) abort();
      },
      onResponseStart(_, code, received) {
        [status, headers] = [code, received];
      },
      onResponseData(_, chunk) {
        chunks.push(chunk);
      },
      onResponseEnd() {
        forget?.();
        resolve({ status, headers, text: Buffer.concat(chunks).toString('utf8') });
      },
      onResponseError(_, error) {
        forget?.();
        reject(error);
      },
    });
  });
}

export async function readAll({ status, headers, body }: OpenReply, { origin, prefix }: Connection, request: ApiRequest): Promise<Outcome<WireReply>> {
  try {
    return { value: { status, headers, text: await body.text() } };
  } catch (thrown) {
    return { failure: networkFailure(thrown, request, `${origin}${prefix}`) };
  }
}

function dispatchOptions({ prefix }: Pick<Connection, 'prefix'>, credential: Credential, { method, path, query, contentType = 'application/json', accept = 'application/json' }: ApiRequest, body: string | undefined): Dispatcher.DispatchOptions {
  return {
    method,
    path: `${prefix}${path}${query === undefined ? '' : queryText(query)}`,
    headers: { 'user-agent': 'bud-o11y', accept, ...(body === undefined ? {} : { 'content-type': contentType }), ...credential.headers },
    ...(body === undefined ? {} : { body }),
  };
}

function queryText(query: Readonly<Record<string, string>>): string {
  return `?${Object.entries(query).map(([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(value)}`).join('&')}`;
}
