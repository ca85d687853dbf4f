import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { ReceiverName } from '@bud-o11y/model';
import { type Notification, stringsIn } from './notification.ts';

/** A server that takes what PagerDuty, Slack and webhooks are sent, and remembers it. */
export interface HttpSink {
  readonly url: string;
  readonly received: readonly Notification[];
  close(): Promise<void>;
}

/** Starts a sink on a free port of this machine. `channels` says which receiver a Slack channel belongs to. */
export async function startHttpSink(channels: Readonly<Record<string, ReceiverName>>): Promise<HttpSink> {
  const received: Notification[] = [];
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const body = JSON.parse(Buffer.concat(chunks).toString('utf8')) as Readonly<Record<string, unknown>>;
      received.push(read(request.url ?? '', body, channels));
      response.writeHead(request.url === '/pagerduty' ? 202 : 200, { 'content-type': 'text/plain' }).end('ok');
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    received,
    close: () => new Promise((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    }),
  };
}

/** The receivers that are called by webhook, by path. */
const webhooks: Readonly<Record<string, ReceiverName>> = { '/audit': 'webhook-audit', '/heartbeat-mimir': 'deadmansswitch-mimir', '/heartbeat-loki': 'deadmansswitch-loki' };

function read(path: string, body: Readonly<Record<string, unknown>>, channels: Readonly<Record<string, ReceiverName>>): Notification {
  const text = stringsIn(body);
  if (path === '/pagerduty') return { receiver: 'pagerduty-critical', status: body['event_action'] === 'resolve' ? 'resolved' : 'firing', text };
  if (path === '/slack') {
    const receiver = channels[String(body['channel'])];
    if (receiver === undefined) throw new RangeError(`no receiver has the channel ${String(body['channel'])}`);
    return { receiver, status: /^\[RESOLVED\]/m.test(text) ? 'resolved' : 'firing', text };
  }
  const receiver = webhooks[path];
  if (receiver === undefined) throw new RangeError(`no receiver has the path ${path}`);
  return { receiver, status: body['status'] === 'resolved' ? 'resolved' : 'firing', text };
}
