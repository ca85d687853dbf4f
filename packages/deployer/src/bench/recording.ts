import { subscribe } from 'node:diagnostics_channel';
import { readFileSync, writeFileSync } from 'node:fs';

/** One request, as it went out. */
export interface RecordedRequest {
  readonly method: string;
  /** With its query. */
  readonly path: string;
  /** Names and values in turn. */
  readonly headers: readonly string[];
  readonly body?: string;
}

interface ClientRequest {
  readonly method: string;
  readonly path: string;
  readonly headers: readonly string[];
  readonly body: Buffer | null;
}

/** Keeps every request of this process; the returned function writes them to a file. Watches are left out: they end when the server likes. */
export function startRecording(): (file: string) => void {
  const requests: RecordedRequest[] = [];
  subscribe('undici:request:create', (message) => {
    const { method, path, headers, body } = (message as { readonly request: ClientRequest }).request;
    if (!/[?&]watch=/.test(path)) requests.push({ method, path, headers: [...headers], ...(body === null ? {} : { body: body.toString('utf8') }) });
  });
  return (file) => writeFileSync(file, requests.map((request) => JSON.stringify(request)).join('\n'));
}

/** Reads a recording, with one text put in the place of another in paths and bodies. */
export function readRecording(file: string, replaced: readonly (readonly [from: string, to: string])[]): readonly RecordedRequest[] {
  const text = replaced.reduce((whole, [from, to]) => whole.replaceAll(from, to), readFileSync(file, 'utf8'));
  return text.split('\n').map((line) => JSON.parse(line) as RecordedRequest);
}
