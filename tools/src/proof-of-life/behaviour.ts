/**
 * How the value of one series goes. Levels and rates swing about themselves, rates with the time of day; a level that rises
 * does so from the onset of the trouble on.
 */
export type Behaviour =
  | { readonly level: number; readonly swing?: number; readonly perSecond?: number }
  /** A counter; the histogram of `rate` events per second whose median is `median`. */
  | { readonly rate: number; readonly median?: number }
  /** A time stamp that follows the clock at this distance, in seconds; negative ones lie ahead. */
  | { readonly age: number }
  /** A time stamp that stands still, this many seconds before the end. */
  | { readonly since: number }
  /** A time stamp that is set anew each time so many seconds have passed. */
  | { readonly renewedEvery: number }
  /** A number that went up by one this many seconds before the end. */
  | { readonly level: number; readonly raised: number }
  /** The series does not exist. */
  | 'absent';

/** What a series does until something happens, and from then on. */
export interface Course {
  readonly before: Behaviour;
  readonly after: Behaviour;
  /** When it happens, in Unix seconds. */
  readonly onset: number;
  /** First moment of all, at which counters are 0. */
  readonly start: number;
  /** The moment that `since` and `raised` count back from. */
  readonly end: number;
  /** 0..1; sets series of one metric apart. */
  readonly seed: number;
}

const day = 86_400;
const trafficSwing = 0.3;
const levelSwing = 0.05;

/** A gauge, or a counter of anything but observations, at a moment; undefined while the series does not exist. */
export function valueAt(course: Course, at: number): number | undefined {
  const { before, after, onset, end } = course;
  const behaviour = at < onset ? before : after;
  if (behaviour === 'absent') return undefined;
  if ('rate' in behaviour) return eventsAt(course, at, 1, 1);
  if ('age' in behaviour) return at - behaviour.age;
  if ('since' in behaviour) return end - behaviour.since;
  if ('renewedEvery' in behaviour) return at - (at % behaviour.renewedEvery);
  if ('raised' in behaviour) return behaviour.level + (at >= end - behaviour.raised ? 1 : 0);
  const { level, swing = levelSwing, perSecond = 0 } = behaviour;
  const risen = perSecond * Math.max(0, at - onset);
  return level * (1 + swing * Math.sin((2 * Math.PI * at) / (day / 4) + 2 * Math.PI * course.seed)) + risen;
}

/** Steepness of the distribution of durations (log-logistic): the 99th percentile is 4.6 times the median. */
const steepness = 3;
const meanOfMedian = Math.PI / steepness / Math.sin(Math.PI / steepness);

/** Observations of a histogram that are at most `bound`, counted since the start. */
export function bucketAt(course: Course, at: number, bound: number): number {
  return eventsAt(course, at, shareBelow(course.before, bound), shareBelow(course.after, bound));
}

/** Sum of the observations of a histogram since the start. */
export function sumAt(course: Course, at: number): number {
  return eventsAt(course, at, medianOf(course.before) * meanOfMedian, medianOf(course.after) * meanOfMedian);
}

function shareBelow(behaviour: Behaviour, bound: number): number {
  return bound === Number.POSITIVE_INFINITY ? 1 : 1 / (1 + (bound / medianOf(behaviour)) ** -steepness);
}

function medianOf(behaviour: Behaviour): number {
  return (behaviour !== 'absent' && 'rate' in behaviour ? behaviour.median : undefined) ?? 1;
}

/** The integral of a rate that swings with the day and may change at the onset: never falls, and goes on where it was. */
function eventsAt({ before, after, onset, start }: Course, at: number, weightBefore: number, weightAfter: number): number {
  const old = rateOf(before) * weightBefore * (elapsed(Math.min(at, onset)) - elapsed(start));
  return at <= onset ? old : old + rateOf(after) * weightAfter * (elapsed(at) - elapsed(onset));
}

function rateOf(behaviour: Behaviour): number {
  return behaviour !== 'absent' && 'rate' in behaviour ? behaviour.rate : 0;
}

function elapsed(at: number): number {
  return at - (trafficSwing * day * Math.cos((2 * Math.PI * (at % day)) / day)) / (2 * Math.PI);
}
