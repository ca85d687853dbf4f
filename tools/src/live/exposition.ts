import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Hole } from '@bud-o11y/model';

/** When causes and their symptoms have ended, in seconds from the start; what still goes on has no time yet. */
export interface Healed {
  symptoms?: number;
  causes?: number;
}

/** With which of them a trouble ends. */
export type Until = keyof Healed | 'never';

/** A series of the catalog and what it is at a time; `seconds` count from the start. */
export interface Signal {
  readonly series: Hole;
  readonly at: (seconds: number, healed: Healed) => number;
}

/** A gauge that has one value while something is wrong, and another one afterwards. */
export function gauge(series: Hole, wrong: number, { until, after }: { readonly until: Until; readonly after: number }): Signal {
  return { series, at: (seconds, healed) => (seconds < endOf(until, healed) ? wrong : after) };
}

/** A gauge that never changes. */
export function constant(series: Hole, value: number): Signal {
  return { series, at: () => value };
}

/** A counter that rises at one rate per second, and at another one once its trouble has ended. */
export function counter(series: Hole, rate: number, { until = 'never', after = 0 }: { readonly until?: Until; readonly after?: number } = {}): Signal {
  return {
    series,
    at: (seconds, healed) => {
      const end = endOf(until, healed);
      return rate * Math.min(seconds, end) + after * Math.max(0, seconds - end);
    },
  };
}

function endOf(until: Until, healed: Healed): number {
  return (until === 'never' ? undefined : healed[until]) ?? Number.POSITIVE_INFINITY;
}

/** A server that exposes signals as a program under observation does. */
export interface Exposition {
  /** host:port, path /metrics. */
  readonly target: string;
  close(): Promise<void>;
}

/** Starts it on a free port of this machine; `elapsed` is the clock, in seconds, and `healed` is read at each scrape. */
export async function startExposition(signals: readonly Signal[], elapsed: () => number, healed: Healed): Promise<Exposition> {
  const server = createServer((_request, response) => {
    const seconds = elapsed();
    const lines = signals.map(({ series, at }) => `${series.text} ${at(seconds, healed)}\n`);
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
