import { describe, expect, it } from '@jest/globals';
import { environmentNamed, labels, matching, metrics, promql } from '@bud-o11y/model';
import type { Alert } from './alert.ts';
import { errorLogBurst, highErrorRate, serviceDown } from './alerts/index.ts';
import { alerts } from './list.ts';
import { alertProblems, misnamed } from './problems.ts';
import { rulesOf } from './rules-of.ts';

const environment = environmentNamed('production');
const problemsOf = (alert: Alert) => alertProblems(alert, rulesOf(alert, environment), environment);
const { threshold: _none, ...withoutThreshold } = highErrorRate;

describe('alertProblems', () => {
  it.each(alerts)('finds nothing in $id', (alert) => {
    expect(problemsOf(alert)).toEqual([]);
  });

  it.each<{ name: string; alert: Alert; what: RegExp }>([
    { name: 'a hold shorter than two intervals', alert: { ...highErrorRate, for: '30s' }, what: /`for: 30s`.*interval 30s/ },
    { name: 'a hold that is no multiple of the interval', alert: { ...highErrorRate, for: '100s' }, what: /`for: 100s`/ },
    { name: 'a hold that is no duration', alert: { ...highErrorRate, for: '5x' as '5m' }, what: /`for: 5x` of HighErrorRate is no duration/ },
    { name: 'a label in the summary that the expression drops', alert: { ...highErrorRate, summary: '{{ $labels.model }} fails' }, what: /the summary of HighErrorRate uses the label model, which its expression drops/ },
    { name: 'a label in the link that the expression drops', alert: { ...highErrorRate, panelVariables: { model: 'model' } }, what: /the dashboard link of HighErrorRate uses the label model/ },
    { name: 'a service label that the expression drops', alert: { ...highErrorRate, service: { label: 'job' } }, what: /the service of HighErrorRate uses the label job/ },
    { name: 'a label of a log alert that the expression drops', alert: { ...errorLogBurst, summary: '{{ $labels.pod }} logs errors' }, what: /uses the label pod/ },
    { name: 'a regular expression with a service that nobody knows', alert: { ...serviceDown, expr: promql`sum by (${labels(metrics.up, 'job')}) (${metrics.up({ job: matching('budapp|budgatway') })}) == 0` }, what: /asks for the service "budgatway"/ },
    { name: 'an unknown key', alert: { ...highErrorRate, keepFireingFor: '5m' } as Alert, what: /unknown key keepFireingFor/ },
    { name: 'an unknown key of the threshold', alert: { ...highErrorRate, threshold: { value: 0.05, unit: 'ratio', comparison: '>', vlaue: 1 } as Alert['threshold'] } as Alert, what: /unknown key vlaue/ },
    { name: 'a keepFiringFor that is no duration', alert: { ...highErrorRate, keepFiringFor: '5x' as '5m' }, what: /`keepFiringFor: 5x`.*no duration/ },
    { name: 'a shownAfter that is no duration', alert: { ...highErrorRate, shownAfter: '5x' as '5m' }, what: /`shownAfter: 5x`.*no duration/ },
    { name: 'a negative threshold', alert: { ...highErrorRate, threshold: { value: -1, unit: 'ratio', comparison: '>' } }, what: /is -1$/ },
    { name: 'a threshold that is no number', alert: { ...highErrorRate, threshold: { value: () => Number.NaN, unit: 'ratio', comparison: '>' } }, what: /is NaN$/ },
    { name: 'a forgotten threshold', alert: withoutThreshold, what: /takes a threshold, and none is given/ },
    { name: 'a summary that says nothing', alert: { ...highErrorRate, summary: ' ' }, what: /the summary of HighErrorRate is empty/ },
    { name: 'a label that changes with the value', alert: { ...highErrorRate, labels: { value: '{{ $value }}' } }, what: /the label value of HighErrorRate holds the value/ },
    { name: 'a label that takes the place of another', alert: { ...highErrorRate, labels: { severity: 'info' } }, what: /the label severity of HighErrorRate is set among its further labels/ },
  ])('reports $name, with the file to edit', ({ alert, what }) => {
    const found = problemsOf(alert);
    expect(found).toHaveLength(1);
    expect(found[0]).toMatchObject({ code: 'alerts-declaration', where: { file: alert.source }, what: expect.stringMatching(what) });
  });
});

describe('misnamed', () => {
  it.each(alerts)('finds nothing in $id', (alert) => {
    expect(misnamed(alert)).toEqual([]);
  });

  it.each<{ key: keyof Alert; name: string; fix: RegExp }>([
    { key: 'severity', name: 'warn', fix: /did you mean warning/ },
    { key: 'group', name: 'warnings-alert', fix: /did you mean warning-alerts/ },
    { key: 'team', name: 'x', fix: /use one of/ },
    { key: 'service', name: 'budap', fix: /did you mean budapp/ },
  ])('reports a $key that does not exist, with the file to edit, and makes no rule', ({ key, name, fix }) => {
    const wrong = { ...highErrorRate, [key]: name } as unknown as Alert;
    expect(misnamed(wrong)).toMatchObject([{ code: 'alerts-declaration', where: { file: highErrorRate.source, path: 'HighErrorRate' }, what: `HighErrorRate has the ${key} "${name}", which does not exist`, fix: expect.stringMatching(fix) }]);
    expect(rulesOf(wrong, environment)).toEqual([]);
  });

  it('reports all wrong names at once', () => {
    expect(misnamed({ ...highErrorRate, severity: 'warn', team: 'ops' } as unknown as Alert)).toHaveLength(2);
  });
});
