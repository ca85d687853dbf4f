import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Hole } from '@bud-o11y/model';

/** A series of the catalog and what it is at a time; `seconds` count from the start. */
export interface Signal {
  readonly series: Hole;
  readonly at: (seconds: number) => number;
}

/** A gauge that has one value while something is wrong, and another one afterwards. */
export function gauge(series: Hole, wrong: number, { until, after }: { readonly until: number; readonly after: number }): Signal {
  return { series, at: (seconds) => (seconds < until ? wrong : after) };
}

/** A gauge that never changes. */
export function constant(series: Hole, value: number): Signal {
  return { series, at: () => value };
}

/** A counter that rises at one rate per second, and at another one from `until` on. */
export function counter(series: Hole, rate: number, { until = Number.POSITIVE_INFINITY, after = 0 }: { readonly until?: number; readonly after?: number } = {}): Signal {
  return { series, at: (seconds) => rate * Math.min(seconds, until) + after * Math.max(0, seconds - until) };
}

/** A server that exposes signals as a program under observation does. */
export interface Exposition {
  /** host:port, path /metrics. */
  readonly target: string;
  close(): Promise<void>;
}

/** Starts it on a free port of this machine; `elapsed` is the clock, in seconds. */
export async function startExposition(signals: readonly Signal[], elapsed: () => number): Promise<Exposition> {
  const server = createServer((_request, response) => {
    const seconds = elapsed();
    const lines = signals.map(({ series, at }) => `${series.text} ${at(seconds)}\n`);
    response.writeHead(200, { 'content-type': 'text/plain; version=0.0.4' }).end(lines.join(''));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    target: `127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () => new Promise((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    }),
  };
}
