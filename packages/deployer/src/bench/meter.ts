import { subscribe } from 'node:diagnostics_channel';
import { readdirSync } from 'node:fs';

/** What one process did on the wire, and what it took. */
export interface Metered {
  /** Requests sent, each sending counted. */
  readonly sent: number;
  /** From the start of the process to its first request, in milliseconds. */
  readonly startUpMs: number;
  /** From the first request after the cluster was recognised to the end of the last answer, in milliseconds. */
  readonly wireMs: number;
  /** Most files and sockets that were open at once; 0 where the system does not tell. */
  readonly openFiles: number;
}

const sampleMs = 20;

/** With so many requests a cluster is recognised. Then the bundle is made into objects, before anything else is asked. */
const recognising = 2;

/** Watches every request of the HTTP client in this process, and samples the open files until it is read. */
export function startMeter(): () => Metered {
  let [sent, first, begun, last, openFiles] = [0, 0, 0, 0, 0];
  const sample = (): void => {
    openFiles = Math.max(openFiles, countOpenFiles());
  };
  subscribe('undici:request:create', () => {
    if (sent === 0) first = performance.now();
    if (sent === recognising) begun = performance.now();
    sent += 1;
  });
  subscribe('undici:request:trailers', () => {
    last = performance.now();
  });
  subscribe('undici:client:connected', sample);
  const timer = setInterval(sample, sampleMs);
  return () => {
    clearInterval(timer);
    sample();
    return { sent, startUpMs: first, wireMs: last - begun, openFiles };
  };
}

/** Not counted: the folder that is read for it. */
function countOpenFiles(): number {
  try {
    return readdirSync('/proc/self/fd').length - 1;
  } catch {
    return 0;
  }
}
