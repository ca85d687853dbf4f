import { describe, expect, it } from '@jest/globals';
import { environmentNamed, labels, logql, matching, metrics, promql } from '@bud-o11y/model';
import type { Alert } from './alert.ts';
import { alerts, errorLogBurst, highErrorRate, serviceDown, watchdog } from './alerts/index.ts';
import { alertProblems } from './problems.ts';
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
    { name: 'a hold that is no duration', alert: { ...highErrorRate, for: '5x' as '5m' }, what: /`for: 5x`/ },
    { name: 'a label in the summary that the expression drops', alert: { ...highErrorRate, summary: '{{ $labels.model }} fails' }, what: /the summary of HighErrorRate uses the label model, which its expression drops/ },
    { name: 'a label in the link that the expression drops', alert: { ...highErrorRate, panelVariables: { model: 'model' } }, what: /the dashboard link of HighErrorRate uses the label model/ },
    { name: 'a service label that the expression drops', alert: { ...highErrorRate, service: { label: 'job' } }, what: /the service of HighErrorRate uses the label job/ },
    { name: 'a label of a log alert that the expression drops', alert: { ...errorLogBurst, summary: '{{ $labels.pod }} logs errors' }, what: /uses the label pod/ },
    { name: 'a regular expression with a service that nobody knows', alert: { ...serviceDown, expr: promql`sum by (${labels(metrics.up, 'job')}) (${metrics.up({ job: matching('budapp|budgatway') })}) == 0` }, what: /asks for the service "budgatway"/ },
    { name: 'an unknown key', alert: { ...highErrorRate, keepFireingFor: '5m' } as Alert, what: /unknown key keepFireingFor/ },
    { name: 'a keepFiringFor that is no duration', alert: { ...highErrorRate, keepFiringFor: '5x' as '5m' }, what: /`keepFiringFor: 5x`.*no duration/ },
    { name: 'a shownAfter that is no duration', alert: { ...highErrorRate, shownAfter: '5x' as '5m' }, what: /`shownAfter: 5x`.*no duration/ },
    { name: 'a negative threshold', alert: { ...highErrorRate, threshold: { value: -1, unit: 'ratio', comparison: '>' } }, what: /is -1$/ },
    { name: 'a threshold that is no number', alert: { ...highErrorRate, threshold: { value: () => Number.NaN, unit: 'ratio', comparison: '>' } }, what: /is NaN$/ },
    { name: 'a forgotten threshold', alert: withoutThreshold, what: /takes a threshold, and none is given/ },
    { name: 'LogQL for Mimir', alert: { ...watchdog, expr: logql`vector(1)` }, what: /logql to the mimir ruler/ },
    { name: 'PromQL for Loki', alert: { ...watchdog, evaluator: 'loki' }, what: /promql to the loki ruler/ },
  ])('reports $name, with the file to edit', ({ alert, what }) => {
    const found = problemsOf(alert);
    expect(found).toHaveLength(1);
    expect(found[0]).toMatchObject({ code: 'alerts-declaration', where: { file: alert.source }, what: expect.stringMatching(what) });
  });
});
