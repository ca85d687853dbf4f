import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A server that takes spans where Tempo would, and remembers what there was of each trace. */
export interface TraceSink {
  readonly url: string;
  /** Number of spans by trace id. */
  readonly spans: ReadonlyMap<string, number>;
  /** The span attribute `request_id` by trace id. */
  readonly requestIds: ReadonlyMap<string, string>;
  close(): Promise<void>;
}

interface Exported {
  readonly resourceSpans: readonly { readonly scopeSpans: readonly { readonly spans: readonly Span[] }[] }[];
}

interface Span {
  readonly traceId: string;
  readonly attributes?: readonly { readonly key: string; readonly value: { readonly stringValue?: string } }[];
}

/** Starts a sink of OTLP over HTTP in JSON on a free port of this machine. */
export async function startTraceSink(): Promise<TraceSink> {
  const spans = new Map<string, number>();
  const requestIds = new Map<string, string>();
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const { resourceSpans } = JSON.parse(Buffer.concat(chunks).toString('utf8')) as Exported;
      for (const { traceId, attributes = [] } of resourceSpans.flatMap(({ scopeSpans }) => scopeSpans.flatMap((scope) => scope.spans))) {
        spans.set(traceId, (spans.get(traceId) ?? 0) + 1);
        const requestId = attributes.find(({ key }) => key === 'request_id')?.value.stringValue;
        if (requestId !== undefined) requestIds.set(traceId, requestId);
      }
      response.writeHead(200, { 'content-type': 'application/json' }).end('{}');
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    spans,
    requestIds,
    close: () => new Promise((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    }),
  };
}
