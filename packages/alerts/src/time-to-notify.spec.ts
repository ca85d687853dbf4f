import { describe, expect, it } from '@jest/globals';
import { environmentNamed, environmentNames } from '@bud-o11y/model';
import type { Alert } from './alert.ts';
import { debugLogsInProduction, highCPU, highErrorRate, inferenceErrorBudgetBurnFast, logPipelineSilent, prometheusRemoteWriteFailing, serviceDown, watchdog } from './alerts/index.ts';
import { alerts } from './list.ts';
import { renderGroup } from './render.ts';
import { lateness, timeToNotify } from './time-to-notify.ts';

const production = environmentNamed('production');
const minute = 60_000;

describe('timeToNotify', () => {
  it.each<{ alert: Alert; why: string; window: number; recordings: number; evaluation: number; hold: number; groupWait: number }>([
    { alert: serviceDown, why: 'reads raw series without a window', window: 15_000, recordings: 0, evaluation: 90_000, hold: 2 * minute, groupWait: 10_000 },
    { alert: highErrorRate, why: 'shows when 5% of the recording\'s 5 minutes have failed', window: 30_000, recordings: minute, evaluation: 90_000, hold: 5 * minute, groupWait: 10_000 },
    { alert: highCPU, why: 'is read from a chain of recordings of one group', window: 15_000 + 4 * minute, recordings: minute, evaluation: 2 * minute, hold: 10 * minute, groupWait: 30_000 },
    { alert: inferenceErrorBudgetBurnFast, why: 'waits for two recording groups, one after the other', window: 275_000, recordings: 2 * minute, evaluation: 90_000, hold: 2 * minute, groupWait: 10_000 },
    { alert: logPipelineSilent, why: 'is not delayed by Mimir, and needs its whole window', window: 15_000 + 15 * minute, recordings: 0, evaluation: 30_000, hold: 5 * minute, groupWait: 30_000 },
    { alert: prometheusRemoteWriteFailing, why: 'is evaluated in front of Mimir', window: 18_000, recordings: 0, evaluation: 30_000, hold: 5 * minute, groupWait: 10_000 },
    { alert: watchdog, why: 'waits for nobody', window: 15_000, recordings: 0, evaluation: 90_000, hold: 0, groupWait: 0 },
  ])('of $alert.id, which $why', ({ alert, why: _why, ...parts }) => {
    const total = Object.values(parts).reduce((sum, part) => sum + part, 0);
    expect(timeToNotify(alert, production)).toEqual({ ...parts, total });
  });

  it('is nothing where the alert does not exist', () => {
    expect(timeToNotify(debugLogsInProduction, environmentNamed('dev'))).toBeUndefined();
  });
});

describe.each(environmentNames)('in %s', (name) => {
  it.each(alerts)('$id arrives while there is time to answer', (alert) => {
    expect(lateness(alert, environmentNamed(name))).toEqual([]);
  });
});

describe('lateness', () => {
  it.each([
    { for: '11m', late: false },
    { for: '12m', late: true },
  ] as const)('of a page that holds for $for is $late', ({ for: hold, late }) => {
    expect(lateness({ ...highErrorRate, for: hold }, production)).toHaveLength(late ? 1 : 0);
  });

  it('says nothing of what cannot be summed', () => {
    expect(lateness({ ...highErrorRate, for: '5x' as '5m' }, production)).toEqual([]);
  });

  it('stops the build, with the file to edit and every part of the sum', () => {
    const [problem] = renderGroup('critical-alerts', [{ ...highErrorRate, for: '20m' }], production).flatMap(({ problems }) => problems);
    expect(problem).toMatchObject({ code: 'alerts-too-slow', where: { file: highErrorRate.source }, what: expect.stringMatching(/notifies after 24 minutes.*\(window 30 s, recordings 60 s, evaluation 90 s, hold 1200 s, groupWait 10 s\)/) });
  });
});
