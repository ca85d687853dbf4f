import { type AddressInfo, type Socket, createServer } from 'node:net';
import type { Notification } from './notification.ts';

/** A mail server that takes every message and delivers none. */
export interface SmtpSink {
  /** host:port. */
  readonly address: string;
  readonly received: readonly Notification[];
  close(): Promise<void>;
}

/** Starts a mail sink on a free port of this machine: no TLS, no authentication, one message at a time per connection. */
export async function startSmtpSink(): Promise<SmtpSink> {
  const received: Notification[] = [];
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
    socket.on('error', () => undefined);
    converse(socket, (message) => received.push(readMail(message)));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    address: `127.0.0.1:${(server.address() as AddressInfo).port}`,
    received,
    close: () => new Promise((resolve) => {
      server.close(() => resolve());
      for (const socket of sockets) socket.destroy();
    }),
  };
}

/** The server's side of RFC 5321, as far as one client needs it. */
function converse(socket: Socket, deliver: (message: string) => void): void {
  let buffer = '';
  let inMessage = false;
  const say = (line: string): unknown => socket.write(`${line}\r\n`);
  say('220 sink ESMTP');
  socket.setEncoding('utf8');
  socket.on('data', (chunk: string) => {
    buffer += chunk;
    for (let end = endOf(buffer, inMessage); end >= 0; end = endOf(buffer, inMessage)) {
      const part = buffer.slice(0, end);
      buffer = buffer.slice(end + (inMessage ? 5 : 2));
      if (inMessage) {
        inMessage = false;
        deliver(part);
        say('250 taken');
        continue;
      }
      const verb = part.slice(0, 4).toUpperCase();
      if (verb === 'DATA') inMessage = true;
      say(verb === 'DATA' ? '354 go on' : verb === 'QUIT' ? '221 bye' : '250 sink');
    }
  });
}

function endOf(buffer: string, inMessage: boolean): number {
  return buffer.indexOf(inMessage ? '\r\n.\r\n' : '\r\n');
}

/** A mail as a notification to the default receiver: the only one that writes mail. */
export function readMail(message: string): Notification {
  const text = decoded(message.replaceAll('\r\n', '\n'));
  return { receiver: 'default', status: /^Subject: .*\[resolved\]/im.test(text) ? 'resolved' : 'firing', text };
}

/** Quoted-printable and the entities that Alertmanager's own template writes. */
function decoded(text: string): string {
  const bytes = text.replaceAll(/=\n/g, '').replaceAll(/((?:=[0-9A-F]{2})+)/g, (run) => Buffer.from(run.replaceAll('=', ''), 'hex').toString('utf8'));
  return bytes.replaceAll('&amp;', '&').replaceAll('&#43;', '+');
}
