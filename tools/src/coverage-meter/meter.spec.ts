import { describe, expect, it } from '@jest/globals';
import { type Alert, type AlertCase, fires, highErrorRate, inferenceMetricsAbsent, lines, lokiRulerWatchdog, loginFailureBurst, quiet, samples } from '@bud-o11y/alerts';
import { environmentNamed, metrics } from '@bud-o11y/model';
import { coverageText, measureCases, quietFaults } from './meter.ts';

const environment = environmentNamed('production');
const { inferenceRequests, up } = metrics;
const failing = (perMinute: number, minutes = 30) => [samples(inferenceRequests({ endpoint: 'chat', model: 'llama', status: 'error' }), `0+${perMinute}x${minutes}`)];
const firing = fires('all fail', { series: failing(60), at: '12m', alerts: [{ labels: { endpoint: 'chat' }, value: 1 }] });
const logFiring = fires('many', { lines: [lines({ app: 'budapp' }, 'x', { from: '1s', every: '5s', count: 9 })], at: '8m', alerts: [{ labels: {}, value: 60 }] });
const logQuiet = quiet('few', { lines: [lines({ app: 'budapp' }, 'x', { from: '1s', every: '9s', count: 9 })], at: '8m' });
const withCases = (alert: Alert, ...tests: NonNullable<Alert['tests']>): Alert => ({ ...alert, tests });

describe('measureCases', () => {
  it('counts promtool\'s and interpreted cases apart, and dead-man\'s switches by themselves', () => {
    const coverage = measureCases([withCases(highErrorRate, firing, quiet('few fail', { series: failing(1), at: '12m' })), withCases(loginFailureBurst, logFiring, logQuiet), lokiRulerWatchdog], environment);
    expect(coverage).toMatchObject({ alerts: 3, promtool: 1, interpreted: 1, always: 1, without: [], faults: [] });
    expect(coverageText(coverage)).toBe('3 alerts: 2 with firing and quiet cases (1 run by promtool, 1 by the LogQL interpreter), 1 that always fire by design, 0 without');
  });

  it.each([
    { name: 'no case', alert: withCases(highErrorRate), lacks: 'no firing case, no quiet case' },
    { name: 'no quiet case', alert: withCases(highErrorRate, firing), lacks: 'no quiet case' },
    { name: 'no firing case', alert: withCases(loginFailureBurst, logQuiet), lacks: 'no firing case' },
    { name: 'cases of two sorts', alert: withCases(highErrorRate, firing, logQuiet), lacks: 'its firing and quiet cases have different sorts of input' },
    { name: 'a dead-man\'s switch without a case', alert: withCases(lokiRulerWatchdog), lacks: 'no firing case' },
  ])('names an alert with $name, and its file', ({ alert, lacks }) => {
    expect(measureCases([alert], environment).without).toEqual([`${alert.id} (${alert.source}): ${lacks}`]);
  });
});

describe('quietFaults', () => {
  it.each([
    { name: 'another metric altogether', entry: quiet('x', { series: [samples(up({ job: 'budapp' }), '1x30')], at: '12m' }), faults: [/no data for inference_requests_total/, /more than one aspect/] },
    { name: 'data that ends long before', entry: quiet('x', { series: failing(1, 5), at: '12m' }), faults: [/no data for inference_requests_total/] },
    { name: 'an earlier moment', entry: quiet('x', { series: failing(1), at: '3m' }), faults: [/looks earlier/] },
  ])('reports $name', ({ entry, faults }) => {
    const found = quietFaults(withCases(highErrorRate, firing, entry), environment);
    expect(found).toHaveLength(faults.length);
    for (const [index, pattern] of faults.entries()) expect(found[index]).toMatch(pattern);
  });

  it('asks for no data that the firing case lacks as well, and for all other', () => {
    const gateway = (values: string) => [samples(up({ job: 'budgateway' }), values)];
    const absent = withCases(inferenceMetricsAbsent, fires('never counted', { series: gateway('1x30'), at: '16m', alerts: [{ labels: {}, value: 1 }] }));
    const faults = (entry: AlertCase) => quietFaults({ ...absent, tests: [...absent.tests ?? [], entry] }, environment);
    expect(faults(quiet('the gateway is down too', { series: gateway('0x30'), at: '20m' }))).toEqual([]);
    expect(faults(quiet('the gateway is gone too', { series: [], at: '20m' }))).toEqual([expect.stringMatching(/no data for up/)]);
  });

  it('reports a log case without lines', () => {
    expect(quietFaults(withCases(loginFailureBurst, logFiring, quiet('nothing', { lines: [], at: '8m' })), environment)).toEqual([expect.stringMatching(/no data for lines/)]);
  });
});
