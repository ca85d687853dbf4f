import { type Alert, alertThreshold } from '@bud-o11y/alerts';
import type { Environment } from '@bud-o11y/model';
import { type Colour, colours } from './colours.ts';
import { type Varying, combine } from './varying.ts';

/** Where a colour begins: a number, or what an alert of the environment fires at (`at(highCPU)`). */
export type Bound = number | ((environment: Environment) => number);

/** From where on a colour holds. */
export interface Step {
  /** `null` for the colour below every bound: Grafana wants it first, and `null` rather than 0. */
  readonly from: Bound | null;
  readonly colour: Colour;
}

/** Colours from the lowest value to the highest. */
export type Thresholds = readonly Step[];

interface Bounds {
  readonly warning?: Bound;
  readonly critical?: Bound;
}

/** High is bad: green, orange from `warning`, red from `critical`. */
export function rising({ warning, critical }: Bounds): Thresholds {
  return [
    { from: null, colour: 'good' },
    ...(warning === undefined ? [] : [{ from: warning, colour: 'warning' } as const]),
    ...(critical === undefined ? [] : [{ from: critical, colour: 'critical' } as const]),
  ];
}

/** Low is bad: red below `critical`, orange below `warning`, green from there on. */
export function falling({ warning, critical }: Bounds): Thresholds {
  if (critical === undefined) return [{ from: null, colour: 'warning' }, ...(warning === undefined ? [] : [{ from: warning, colour: 'good' } as const])];
  const lowest = { from: null, colour: 'critical' } as const;
  if (warning === undefined) return [lowest, { from: critical, colour: 'good' }];
  return [lowest, { from: critical, colour: 'warning' }, { from: warning, colour: 'good' }];
}

/** Traffic and sizes are neither good nor bad. */
export const neutral: Thresholds = [{ from: null, colour: 'neutral' }];

/** What an alert fires at: panel and page can then not disagree. NaN for an alert whose threshold was forgotten: its own file is told of, and no line is drawn. */
export function at(alert: Alert): Bound {
  return (environment) => alertThreshold(alert, environment) ?? Number.NaN;
}

/** One minus a bound: a success ratio is judged by the alert on its error ratio. */
export function complement(bound: Bound): Bound {
  return (environment) => Number((1 - resolve(bound, environment)).toFixed(6));
}

/** A share of a bound, such as half the queue that an alert allows. */
export function share(of: number, bound: Bound): Bound {
  return (environment) => Number((of * resolve(bound, environment)).toFixed(6));
}

/** A bound as a share of a limit of the environment, for panels that show the share. */
export function ofLimit(bound: Bound, limit: (environment: Environment) => number): Bound {
  return (environment) => Number((resolve(bound, environment) / limit(environment)).toFixed(6));
}

/** The number that a bound is in an environment. */
export function resolve(bound: Bound, environment: Environment): number {
  return typeof bound === 'number' ? bound : bound(environment);
}

/** Thresholds as Grafana stores them. */
export interface ThresholdsJson {
  readonly mode: 'absolute';
  readonly steps: readonly { readonly value: number | null; readonly color: string }[];
}

/** Grafana's form of the thresholds. */
export function thresholdsJson(thresholds: Thresholds): Varying<ThresholdsJson> {
  return combine(thresholds.map(stepJson), (steps) => ({ mode: 'absolute', steps: steps.filter(({ value }) => !Number.isNaN(value)) }));
}

function stepJson({ from, colour }: Step): Varying<ThresholdsJson['steps'][number]> {
  const color = colours[colour];
  return typeof from === 'function' ? { of: (environment) => ({ value: from(environment), color }) } : { fixed: { value: from, color } };
}
