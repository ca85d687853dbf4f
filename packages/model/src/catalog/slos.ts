import type { Duration } from '../duration.ts';
import type { ServiceName } from './services.ts';

/** A service level objective (decisions 16, platform facts 3.2). */
export interface Slo {
  readonly id: string;
  readonly service: ServiceName;
  /** Share of good events, 0..1. */
  readonly objective: number;
  readonly window: Duration;
  readonly indicator: string;
}

export const slos = {
  gatewayAvailability: { id: 'gateway-availability', service: 'budgateway', objective: 0.999, window: '30d', indicator: 'HTTP requests that do not end in 5xx' },
  inferenceAvailability: { id: 'inference-availability', service: 'inference', objective: 0.995, window: '30d', indicator: 'inference requests that succeed' },
  inferenceLatency: { id: 'inference-latency', service: 'inference', objective: 0.99, window: '30d', indicator: 'inference requests answered within 5 s' },
  dashboardAvailability: { id: 'dashboard-availability', service: 'budapp', objective: 0.999, window: '30d', indicator: 'HTTP requests of the user interface that do not end in 5xx' },
} as const satisfies Readonly<Record<string, Slo>>;
