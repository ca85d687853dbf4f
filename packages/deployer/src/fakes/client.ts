import { request as plainRequest } from 'node:http';
import { request as secureRequest } from 'node:https';
import type { JsonObject } from './kubernetes/object.ts';

/** How a test reaches an API server. */
export interface ServerAddress {
  readonly url: string;
  readonly ca?: string | undefined;
  readonly token: string;
}

export interface CallOptions {
  readonly body?: object | string;
  readonly contentType?: string;
  readonly accept?: string;
}

export interface CallReply {
  readonly status: number;
  readonly body: JsonObject;
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
}

/** Content types of the three kinds of PATCH. */
export const patchTypes = { apply: 'application/apply-patch+yaml', merge: 'application/merge-patch+json', json: 'application/json-patch+json' } as const;

/** Media type of lists that carry metadata only. */
export const metadataList = 'application/json;as=PartialObjectMetadataList;g=meta.k8s.io;v=v1';

/** One request on a connection of its own: what tests talk to servers with, apart from the transport that is under test. */
export async function call({ url, ca, token }: ServerAddress, method: string, path: string, options: CallOptions = {}): Promise<CallReply> {
  const { body, contentType = 'application/json', accept = 'application/json' } = options;
  const text = await new Promise<{ readonly status: number; readonly text: string; readonly headers: CallReply['headers'] }>((resolve, reject) => {
    const payload = body === undefined ? '' : typeof body === 'string' ? body : JSON.stringify(body);
    // With its length: Node frames the body of a DELETE by nothing else, and a server would take it for the next request.
    const framing = body === undefined ? {} : { 'content-type': contentType, 'content-length': String(Buffer.byteLength(payload)) };
    const headers = { authorization: `Bearer ${token}`, accept, 'user-agent': 'contract/1', ...framing };
    const send = url.startsWith('https:') ? secureRequest : plainRequest;
    const sent = send(`${url}${path}`, { method, headers, ...(ca === undefined ? {} : { ca }) }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('error', reject);
      response.on('end', () => resolve({ status: response.statusCode ?? 0, text: Buffer.concat(chunks).toString('utf8'), headers: response.headers }));
    });
    sent.on('error', reject);
    sent.end(payload);
  });
  return { status: text.status, headers: text.headers, body: parsed(text.text) };
}

/** One server-side apply. `query` is added to the field manager: `&force=true`. */
export function applyAs(server: ServerAddress, manager: string, path: string, body: object, query = ''): Promise<CallReply> {
  return call(server, 'PATCH', `${path}?fieldManager=${manager}${query}`, { body, contentType: patchTypes.apply });
}

function parsed(text: string): JsonObject {
  try {
    return JSON.parse(text) as JsonObject;
  } catch {
    return { text };
  }
}
