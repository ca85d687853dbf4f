import { type IncomingMessage, request as plainRequest } from 'node:http';
import { request as secureRequest } from 'node:https';
import { createInterface } from 'node:readline';
import type { ServerAddress } from './client.ts';
import type { JsonObject } from './kubernetes/object.ts';

/** One event of a watch. */
export interface SeenEvent {
  readonly type: string;
  readonly object: JsonObject;
}

/** An open watch. */
export interface OpenWatch {
  /** The next so many events; fewer when the stream ends before. */
  take(count: number): Promise<readonly SeenEvent[]>;
  close(): void;
}

/** Opens a watch and reads it line by line. */
export async function openWatch({ url, ca, token }: ServerAddress, path: string): Promise<OpenWatch> {
  const send = url.startsWith('https:') ? secureRequest : plainRequest;
  const response = await new Promise<IncomingMessage>((resolve, reject) => {
    const sent = send(`${url}${path}`, { headers: { authorization: `Bearer ${token}`, accept: 'application/json' }, ...(ca === undefined ? {} : { ca }) }, resolve);
    sent.on('error', reject);
    sent.end();
  });
  const lines = createInterface({ input: response })[Symbol.asyncIterator]();
  return {
    async take(count) {
      const events: SeenEvent[] = [];
      while (events.length < count) {
        const { value, done } = await lines.next();
        if (done === true) break;
        events.push(JSON.parse(value as string) as SeenEvent);
      }
      return events;
    },
    close: () => void response.destroy(),
  };
}
