import { describe, expect, it } from '@jest/globals';
import { highCPU, mimirSeriesHigh, watchdog } from '@bud-o11y/alerts';
import { environmentNamed } from '@bud-o11y/model';
import { type Thresholds, at, complement, falling, neutral, ofLimit, resolve, rising, share, thresholdsJson } from './thresholds.ts';
import { within } from './varying.ts';

const local = environmentNamed('local');
const steps = (thresholds: Thresholds) => within(thresholdsJson(thresholds), local).steps.map(({ value, color }) => [value, color]);

describe('thresholds', () => {
  it.each([
    ['high is bad', rising({ warning: 1, critical: 2 }), [[null, 'green'], [1, 'orange'], [2, 'red']]],
    ['high is a warning', rising({ warning: 1 }), [[null, 'green'], [1, 'orange']]],
    ['low is bad', falling({ warning: 0.9, critical: 0.5 }), [[null, 'red'], [0.5, 'orange'], [0.9, 'green']]],
    ['low is a fault', falling({ critical: 1 }), [[null, 'red'], [1, 'green']]],
    ['low is a warning', falling({ warning: 1 }), [[null, 'orange'], [1, 'green']]],
    ['neither', neutral, [[null, 'text']]],
    ['an alert\'s own number', rising({ critical: at(highCPU) }), [[null, 'green'], [0.8, 'red']]],
  ] as const)('%s', (_name, thresholds, expected) => {
    expect(steps(thresholds)).toEqual(expected);
  });

  it('are built once where no environment changes them, and anew where one does', () => {
    expect(thresholdsJson(rising({ critical: 3 }))).toHaveProperty('fixed');
    expect(thresholdsJson(rising({ critical: at(highCPU) }))).toHaveProperty('of');
  });
});

describe('bounds', () => {
  const doubled = { ...local, limits: { ...local.limits, mimir: { ...local.limits.mimir, maxGlobalSeriesPerUser: 2 * local.limits.mimir.maxGlobalSeriesPerUser } } };

  it('follow the environment of the alert', () => {
    expect(resolve(at(mimirSeriesHigh), doubled)).toBe(2 * resolve(at(mimirSeriesHigh), local));
    const ratio = ofLimit(at(mimirSeriesHigh), ({ limits }) => limits.mimir.maxGlobalSeriesPerUser);
    expect([resolve(ratio, local), resolve(ratio, doubled)]).toEqual([0.8, 0.8]);
  });

  it('can be turned round and divided', () => {
    expect([resolve(complement(0.05), local), resolve(share(0.5, 100), local)]).toEqual([0.95, 50]);
  });

  it('of an alert whose threshold was forgotten are no number, and no error: its own file is told of', () => {
    expect(resolve(at(watchdog), local)).toBeNaN();
    expect(steps(rising({ warning: 1, critical: at(watchdog) }))).toEqual([[null, 'green'], [1, 'orange']]);
  });
});
