import { describe, expect, it } from '@jest/globals';
import { environmentNamed, environmentNames } from '@bud-o11y/model';
import { alerts } from '../list.ts';
import { rulesOf } from '../rules-of.ts';
import { receiversOf, rootRoute, routes, routesOf } from './routes.ts';
import { timeIntervals } from './time-intervals.ts';

describe('receiversOf', () => {
  it.each<{ name: string; labels: Readonly<Record<string, string>>; paging: readonly string[]; other: readonly string[] }>([
    { name: 'a P1', labels: { severity: 'critical', team: 'inference' }, paging: ['webhook-audit', 'pagerduty-critical'], other: ['webhook-audit', 'slack-warning'] },
    { name: 'a P2', labels: { severity: 'warning', team: 'platform' }, paging: ['slack-warning'], other: ['slack-warning'] },
    { name: 'a P3', labels: { severity: 'info', team: 'clusters' }, paging: ['slack-info'], other: ['slack-info'] },
    { name: 'a P2 of the security team', labels: { severity: 'warning', team: 'security' }, paging: ['security', 'slack-warning'], other: ['security', 'slack-warning'] },
    { name: 'the dead-man\'s switch of the Loki ruler', labels: { alertname: 'LokiRulerWatchdog', severity: 'none', team: 'observability' }, paging: ['deadmansswitch-loki'], other: ['deadmansswitch-loki'] },
    { name: 'that of the Mimir ruler', labels: { alertname: 'Watchdog', severity: 'none', team: 'observability' }, paging: ['deadmansswitch-mimir'], other: ['deadmansswitch-mimir'] },
    { name: 'what says that a way out is broken', labels: { alertname: 'AlertNotificationsFailing', severity: 'critical', team: 'observability' }, paging: ['webhook-audit', 'slack-warning', 'default', 'pagerduty-critical'], other: ['webhook-audit', 'default', 'slack-warning'] },
    { name: 'a severity that nobody knows', labels: { severity: 'P1' }, paging: ['default'], other: ['default'] },
  ])('sends $name', ({ labels, paging, other }) => {
    expect(receiversOf(labels, environmentNamed('production'))).toEqual(paging);
    expect(receiversOf(labels, environmentNamed('dev'))).toEqual(other);
  });

  it.each(environmentNames)('leaves nothing of ours to the default receiver alone in %s', (name) => {
    const environment = environmentNamed(name);
    const unrouted = alerts.flatMap((alert) => rulesOf(alert, environment)).filter(({ data }) => receiversOf({ alertname: data.alert ?? '', ...data.labels }, environment).every((name) => name === 'default'));
    expect(unrouted.map(({ alert }) => alert.id)).toEqual([]);
  });
});

describe.each(environmentNames)('the tree in %s', (name) => {
  const tree = routes(environmentNamed(name));

  it('asks the dead-man\'s switches first', () => {
    expect(tree.slice(0, 2)).toMatchObject(['mimir', 'loki'].map((ruler) => ({ receiver: `deadmansswitch-${ruler}`, repeatInterval: '1m' })));
  });

  it('holds nothing critical back for office hours', () => {
    const held = tree.filter(({ activeDuring }) => activeDuring !== undefined);
    expect(held.flatMap(({ matchers }) => matchers)).toEqual([{ label: 'severity', values: ['info'] }]);
  });
});

describe('a team with office hours of its own', () => {
  const dev = environmentNamed('dev');
  const environment = { ...dev, receivers: { ...dev.receivers, teamHours: { inference: { start: '10:00', end: '18:00', timeZone: 'Asia/Kolkata' } } } };
  const intervalsFor = (team: string) => routesOf({ severity: 'info', team }, environment).map(({ receiver, activeDuring }) => [receiver, activeDuring]);

  it('gets its digest within them, and the others within those of all', () => {
    expect(intervalsFor('inference')).toEqual([['slack-info', ['business-hours-inference']]]);
    expect(intervalsFor('clusters')).toEqual([['slack-info', ['business-hours']]]);
  });

  it('has them in the configuration, in its time zone', () => {
    expect(timeIntervals(environment).map(({ name }) => name)).toEqual(['business-hours', 'business-hours-inference']);
    expect(timeIntervals(environment)[1]?.time_intervals).toEqual([{ weekdays: ['monday:friday'], times: [{ start_time: '10:00', end_time: '18:00' }], location: 'Asia/Kolkata' }]);
  });
});

describe('the root', () => {
  it('groups by what tells two incidents apart', () => {
    expect(rootRoute.groupBy).toEqual(['alertname', 'severity', 'k8s_cluster', 'service', 'cluster', 'endpoint']);
  });
});
