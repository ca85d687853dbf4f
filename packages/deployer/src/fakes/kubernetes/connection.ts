import type { IncomingMessage, ServerResponse } from 'node:http';
import { type Http2ServerRequest, type Http2ServerResponse, constants } from 'node:http2';

/** A request and its answer, over HTTP/1.1 or HTTP/2. */
export interface Exchange {
  readonly request: IncomingMessage | Http2ServerRequest;
  readonly response: ServerResponse | Http2ServerResponse;
}

/** Largest body that the server reads, in bytes. */
export const bodyLimit = 3_145_728;

/** Reads the body to its end; undefined when it is larger than the limit. */
export async function readBody({ request }: Exchange): Promise<string | undefined> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    size += (chunk as Buffer).length;
    if (size <= bodyLimit) chunks.push(chunk as Buffer);
  }
  return size > bodyLimit ? undefined : Buffer.concat(chunks).toString('utf8');
}

/** Breaks the connection without an answer; over HTTP/2 only the stream of this request. */
export function reset({ request, response }: Exchange): void {
  if ('stream' in request && 'stream' in response) response.stream.close(constants.NGHTTP2_INTERNAL_ERROR);
  else request.socket.destroy();
}

export interface Reply {
  readonly code: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly text: string;
}

/** Sends an answer; `bytes` cuts its body short and breaks the connection, although the length says otherwise. */
export function reply(exchange: Exchange, { code, headers, text }: Reply, bytes?: number): void {
  const { response } = exchange;
  if (response.writableEnded || response.destroyed) return;
  const body = Buffer.from(text);
  (response as ServerResponse).writeHead(code, { ...headers, 'content-length': String(body.length) });
  if (bytes === undefined) response.end(body);
  else (response as ServerResponse).write(body.subarray(0, bytes), () => reset(exchange));
}
