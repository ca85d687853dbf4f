import { type Environment, type MetricSpec, metricSpecs, metrics } from '@bud-o11y/model';
import { type Behaviour, type Course, bucketAt, sumAt, valueAt } from './behaviour.ts';
import { type Entity, shares } from './entities.ts';
import { labelSets } from './label-sets.ts';
import { type Scenario, has } from './scenario.ts';
import { now, onset } from './timeline.ts';
import { specOf, usual } from './usual.ts';

/** One series that is made: its labels with the name, and its value at a moment, undefined where it has no sample. */
export interface MadeSeries {
  readonly labels: Entity;
  readonly at: (moment: number) => number | undefined;
}

/** Every series of the catalog in a scenario, whose counters begin at `start`. `ALERTS` is left out: it is what the alert rules yield. */
export function madeSeries(scenario: Scenario, environment: Environment, start: number): readonly MadeSeries[] {
  return metricSpecs.filter((spec) => spec !== metrics.firingAlerts.spec).flatMap((spec) => labelSets(spec, environment).flatMap((labels) => seriesOf(spec, labels, scenario, start)));
}

function seriesOf(spec: MetricSpec, labels: Entity, scenario: Scenario, start: number): readonly MadeSeries[] {
  const seed = seedOf(`${spec.name}${JSON.stringify(labels)}`);
  const before = scaled(usual(spec), share(labels) * (0.8 + 0.4 * seed));
  const after = becomes(spec, labels, scenario) ?? before;
  const course: Course = { before, after, onset, start, end: now, seed };
  const named = (name: string, at: MadeSeries['at'], more: Entity = {}): MadeSeries => ({ labels: { __name__: name, ...labels, ...more }, at });
  const existing = (value: (at: number) => number): MadeSeries['at'] => (at) => ((at < onset ? before : after) === 'absent' ? undefined : value(at));
  if (spec.type !== 'histogram' && spec.type !== 'summary') return [named(spec.name, rounded(spec, (at) => valueAt(course, at)))];
  const bounds = spec.type === 'histogram' ? [...(spec.buckets ?? []), Number.POSITIVE_INFINITY] : [];
  return [
    ...bounds.map((bound) => named(`${spec.name}_bucket`, existing((at) => bucketAt(course, at, bound)), { le: boundText(bound) })),
    named(`${spec.name}_sum`, existing((at) => sumAt(course, at))),
    named(`${spec.name}_count`, existing((at) => bucketAt(course, at, Number.POSITIVE_INFINITY))),
  ];
}

function becomes(spec: MetricSpec, labels: Entity, { effects, silent = [] }: Scenario): Behaviour | undefined {
  if (silent.some((target) => has(labels, target))) return spec === metrics.up.spec ? { level: 0 } : 'absent';
  return effects.findLast(({ metric, where = {} }) => specOf(metric) === spec && has(labels, where))?.becomes;
}

/** Prometheus writes every bound as a float. */
function boundText(bound: number): string {
  if (bound === Number.POSITIVE_INFINITY) return '+Inf';
  return Number.isInteger(bound) ? `${bound}.0` : String(bound);
}

function share(labels: Entity): number {
  return Object.entries(labels).reduce((product, [name, value]) => product * (shares[`${name}=${value}`] ?? 1), 1);
}

/** Only rates differ between the series of a metric; a limit or a state is the same everywhere. */
function scaled(behaviour: Behaviour, factor: number): Behaviour {
  return behaviour !== 'absent' && 'rate' in behaviour ? { ...behaviour, rate: behaviour.rate * factor } : behaviour;
}

function rounded(spec: MetricSpec, at: MadeSeries['at']): MadeSeries['at'] {
  if (spec.type !== 'gauge' || !['count', 'series', 'bytes', 'bool'].includes(spec.unit)) return at;
  return (moment) => {
    const value = at(moment);
    return value === undefined ? undefined : Math.round(value);
  };
}

/** 0..1 from a text: the same for the same series in every run. */
function seedOf(text: string): number {
  let hash = 2_166_136_261;
  for (let index = 0; index < text.length; index += 1) hash = Math.imul(hash ^ text.charCodeAt(index), 16_777_619) >>> 0;
  return hash / 2 ** 32;
}
