import { randomUUID } from 'node:crypto';
import { type IncomingMessage, type ServerResponse, createServer } from 'node:http';
import { type Http2ServerRequest, type Http2ServerResponse, createSecureServer } from 'node:http2';
import type { AddressInfo } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { type User, unauthorised } from './access/rules.ts';
import { type Exchange, type Reply, bodyLimit, readBody, reply, reset } from './connection.ts';
import { Failure, NoSuchPage } from './failure.ts';
import type { Fault, Faults } from './faults.ts';
import { type Answer, type ApiParts, handle } from './handle.ts';
import { type RequestLog, type RequestRecord, verbOf } from './requests.ts';
import { resourceRoute } from './route.ts';
import type { Watches } from './watch.ts';

/** What stands between the network and the API. */
export interface Gate {
  readonly parts: ApiParts;
  readonly watches: Watches;
  readonly faults: Faults;
  readonly requests: RequestLog & { add(record: Omit<RequestRecord, 'number' | 'wrote'>): RequestRecord };
  /** The user of a bearer token; undefined when it is unknown or has expired. */
  userOf(token: string): User | undefined;
  /** Waits before every answer, in milliseconds. */
  readonly latencyMs: number;
}

/** An open server. */
export interface Listening {
  readonly port: number;
  close(): Promise<void>;
}

/** Serves the API on a free port of the loopback, over TLS (HTTP/2 and HTTP/1.1) when there is a certificate. */
export async function listen(gate: Gate, certificate?: { readonly key: string; readonly cert: string }): Promise<Listening> {
  const sessions = new Set<{ destroy(): void }>();
  const onRequest = (request: IncomingMessage | Http2ServerRequest, response: ServerResponse | Http2ServerResponse): void => {
    // A client that goes away in the middle of its body is a fault that tests make on purpose.
    serve(gate, { request, response }).catch(() => reset({ request, response }));
  };
  const plain = certificate === undefined ? createServer({ keepAliveTimeout: 60_000 }, onRequest) : undefined;
  const server = plain ?? createSecureServer({ ...certificate, allowHTTP1: true }, onRequest);
  server.on('session', (session: { destroy(): void; on(event: 'close', listener: () => void): void }) => {
    sessions.add(session);
    session.on('close', () => sessions.delete(session));
  });
  server.on('connection', (socket: { destroy(): void; on(event: 'close' | 'error', listener: () => void): void }) => {
    sessions.add(socket);
    socket.on('error', () => undefined);
    socket.on('close', () => sessions.delete(socket));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()));
  return {
    port: (server.address() as AddressInfo).port,
    close: () => new Promise((resolve) => {
      gate.watches.endAll();
      server.close(() => resolve());
      for (const session of sessions) session.destroy();
    }),
  };
}

async function serve(gate: Gate, exchange: Exchange): Promise<void> {
  const { request } = exchange;
  const record = recorded(gate, request);
  const fault = gate.faults.next(record);
  const body = await readBody(exchange);
  if (gate.latencyMs > 0) await wait(gate.latencyMs);
  if (!(await passes(fault, 'before', record, exchange))) return;
  if (fault?.do === 'answer') {
    const text = typeof fault.body === 'string' ? fault.body : JSON.stringify(fault.body ?? {});
    record.status = fault.code;
    reply(exchange, { code: fault.code, headers: { 'content-type': 'application/json', ...fault.headers }, text });
    return;
  }
  const revision = gate.parts.cluster.store.revision();
  const { answer, sent } = answered(gate, record, body);
  record.wrote = gate.parts.cluster.store.revision() !== revision;
  record.status = sent.code;
  if (!(await passes(fault, 'after', record, exchange))) return;
  if (answer?.watch === undefined) reply(exchange, sent, fault?.do === 'truncate' ? fault.bytes : undefined);
  else stream(gate, exchange, answer, record);
}

/** Lives through one moment of a fault; false when the request ends there. */
async function passes(fault: Fault | undefined, moment: 'before' | 'after', record: RequestRecord, exchange: Exchange): Promise<boolean> {
  if (fault?.do === 'delay' && moment === 'before') await wait(fault.ms);
  if (fault === undefined || !('when' in fault) || fault.when !== moment) return true;
  if (fault.do === 'reset') reset(exchange);
  if (fault.do === 'call') {
    await fault.call(record);
    return fault.afterwards === 'continue';
  }
  return false;
}

function answered(gate: Gate, record: RequestRecord, body: string | undefined): { readonly answer?: Answer; readonly sent: Reply } {
  try {
    const { headers, method, path, query } = record;
    const user = gate.userOf(headers['authorization']?.replace(/^Bearer /i, '') ?? '');
    if (user === undefined) throw unauthorised();
    if (body === undefined) throw new Failure(413, 'RequestEntityTooLarge', `Request entity too large: limit is ${bodyLimit}`);
    const agent = (headers['user-agent'] ?? 'unknown').split('/')[0] ?? 'unknown';
    const answer = handle(gate.parts, { method, path, query, accept: headers['accept'] ?? '', contentType: headers['content-type'] ?? '', agent, body, user });
    const warnings = (answer.warnings ?? []).map((text) => `299 - ${JSON.stringify(text)}`).join(', ');
    const common = { ...commonHeaders(answer.contentType ?? 'application/json'), ...(warnings === '' ? {} : { warning: warnings }) };
    return { answer, sent: { code: answer.code, headers: common, text: typeof answer.body === 'string' ? answer.body : JSON.stringify(answer.body) } };
  } catch (thrown) {
    if (thrown instanceof Failure) return { sent: { code: thrown.code, headers: { ...commonHeaders('application/json'), ...thrown.headers }, text: JSON.stringify(thrown.status) } };
    if (thrown instanceof NoSuchPage) return { sent: { code: 404, headers: commonHeaders('text/plain; charset=utf-8'), text: thrown.text } };
    // A bug of the fake: the test that met it must see where.
    return { sent: { code: 500, headers: commonHeaders('text/plain'), text: thrown instanceof Error ? String(thrown.stack) : String(thrown) } };
  }
}

function commonHeaders(contentType: string): Readonly<Record<string, string>> {
  return { 'content-type': contentType, 'audit-id': randomUUID(), 'cache-control': 'no-cache, private', 'x-kubernetes-pf-flowschema-uid': 'a5c90f9c-0000-4000-8000-000000000000', 'x-kubernetes-pf-prioritylevel-uid': 'b6d80e8d-0000-4000-8000-000000000000' };
}

function stream(gate: Gate, exchange: Exchange, { watch: route }: Answer, { query, headers }: RequestRecord): void {
  const response = exchange.response as ServerResponse;
  if (route === undefined) return;
  response.writeHead(200, commonHeaders('application/json'));
  response.flushHeaders?.();
  const sink = { send: (event: object) => void response.write(`${JSON.stringify(event)}\n`), end: () => void response.end() };
  const stop = gate.watches.open(route, query, headers['accept'] ?? '', sink);
  response.on('close', stop);
}

function recorded(gate: Gate, request: IncomingMessage | Http2ServerRequest): RequestRecord {
  const url = new URL(request.url ?? '/', 'http://localhost');
  const method = request.method ?? 'GET';
  const headers = Object.fromEntries(Object.entries(request.headers).map(([key, value]) => [key, String(value)]));
  const common = { method, path: url.pathname, query: url.searchParams, dryRun: url.searchParams.get('dryRun') === 'All', headers };
  try {
    const { kind, namespace, name, subresource } = resourceRoute(url.pathname, gate.parts.cluster.registry);
    const resource = subresource === undefined ? kind.plural : `${kind.plural}/${subresource}`;
    return gate.requests.add({ ...common, name: `${verbOf(method, name !== undefined, url.searchParams)} ${resource}`, ...(namespace === undefined ? {} : { namespace }), ...(name === undefined ? {} : { object: name }) });
  } catch {
    return gate.requests.add({ ...common, name: `${method} ${url.pathname}` });
  }
}
