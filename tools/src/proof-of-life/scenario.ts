import type { DashboardUid } from '@bud-o11y/model';
import type { Behaviour } from './behaviour.ts';
import type { Entity } from './entities.ts';
import type { MetricKey } from './usual.ts';

/** What becomes of some series of a metric once the trouble has begun. */
export interface Effect {
  readonly metric: MetricKey;
  /** Labels that the series must have; all of the metric when left out. */
  readonly where?: Entity;
  readonly becomes: Behaviour;
}

/** Panels that must turn orange or red while a scenario lasts, by dashboard. */
export type PanelIds = Readonly<Partial<Record<DashboardUid, readonly number[]>>>;

/** A state of the platform for which telemetry is made. */
export interface Scenario {
  readonly name: string;
  readonly effects: readonly Effect[];
  /** Targets that do not answer: `up` is 0 and nothing else comes from them. */
  readonly silent?: readonly Entity[];
  /** Panels that must cross a threshold here and must not when all is well. */
  readonly crosses: PanelIds;
}

/** Whether a series has all of the labels. */
export function has(labels: Entity, where: Entity): boolean {
  return Object.entries(where).every(([name, value]) => labels[name] === value);
}

/** Panels of one dashboard that cross a threshold in a scenario. */
export function crossedPanels({ crosses }: Scenario, uid: string): readonly number[] {
  return Object.entries(crosses).find(([name]) => name === uid)?.[1] ?? [];
}
