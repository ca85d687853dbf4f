import type { Dispatcher, Pool } from 'undici';
import type { Connection } from './connection.ts';
import type { Credential } from './credentials.ts';
import { networkFailure } from './errors.ts';
import type { ApiRequest, Outcome, ReplyHeaders, WireReply } from './wire.ts';

/** An answer whose body is still coming. */
export interface OpenReply {
  readonly status: number;
  readonly headers: ReplyHeaders;
  readonly body: Dispatcher.ResponseData['body'];
}

/** Sends one request and waits for the head of the answer. Redirects are not followed. */
export async function openExchange(pool: Pool, { origin, prefix }: Connection, credential: Credential, request: ApiRequest, body: string | undefined): Promise<Outcome<OpenReply>> {
  const { method, path, query, contentType = 'application/json', accept = 'application/json', signal } = request;
  try {
    const reply = await pool.request({
      method,
      path: `${prefix}${path}${query === undefined ? '' : `?${new URLSearchParams(query)}`}`,
      headers: { 'user-agent': 'bud-o11y', accept, ...(body === undefined ? {} : { 'content-type': contentType }), ...mutable(credential.headers) },
      ...(body === undefined ? {} : { body }),
      ...(signal === undefined ? {} : { signal }),
    });
    return { value: { status: reply.statusCode, headers: reply.headers, body: reply.body } };
  } catch (thrown) {
    return { failure: networkFailure(thrown, request, `${origin}${prefix}`) };
  }
}

/** The whole answer. */
export async function exchange(pool: Pool, connection: Connection, credential: Credential, request: ApiRequest, body: string | undefined): Promise<Outcome<WireReply>> {
  const opened = await openExchange(pool, connection, credential, request, body);
  if ('failure' in opened) return opened;
  return await readAll(opened.value, connection, request);
}

export async function readAll({ status, headers, body }: OpenReply, { origin, prefix }: Connection, request: ApiRequest): Promise<Outcome<WireReply>> {
  try {
    return { value: { status, headers, text: await body.text() } };
  } catch (thrown) {
    return { failure: networkFailure(thrown, request, `${origin}${prefix}`) };
  }
}

function mutable(headers: Credential['headers']): Record<string, string | string[]> {
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, typeof value === 'string' ? value : [...value]]));
}
