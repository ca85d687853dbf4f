import { describe, expect, it } from '@jest/globals';
import { slack } from './fixtures.ts';
import { allRoutes, deliveries, readRoutes, receiverIntegrations } from './routing.ts';

const root = readRoutes({
  route: {
    receiver: 'default', group_by: ['alertname'], group_wait: '30s',
    routes: [
      { receiver: 'heartbeat', matchers: ['alertname=~"Watchdog|LokiWatchdog"'], group_wait: '0s' },
      { receiver: 'security', matchers: ['team="security"'], continue: true },
      { receiver: 'pager', matchers: ['severity="critical"'], routes: [{ receiver: 'database', matchers: ['service="postgresql"'] }, { matchers: ['service="budapp"'], repeat_interval: '1h' }] },
      { receiver: 'chat', matchers: ['severity!~"critical|none"', 'severity!=""'], mute_time_intervals: ['nights'] },
    ],
  },
});

describe('deliveries', () => {
  it.each<[Readonly<Record<string, string>>, string[]]>([
    [{ alertname: 'Watchdog' }, ['heartbeat']],
    [{ alertname: 'WatchdogX' }, ['default']],
    [{ severity: 'critical' }, ['pager']],
    [{ severity: 'critical', service: 'postgresql' }, ['database']],
    [{ severity: 'critical', service: 'budapp' }, ['pager']],
    [{ severity: 'critical', team: 'security' }, ['security', 'pager']],
    [{ team: 'security', severity: 'none' }, ['security']],
    [{ severity: 'warning' }, ['chat']],
    [{}, ['default']],
  ])('sends %j to %j', (labels, receivers) => {
    expect(deliveries(root, labels).map(({ receiver }) => receiver)).toEqual(receivers);
  });
});

describe('readRoutes', () => {
  it('inherits receiver, grouping and times, but neither matchers nor intervals', () => {
    const child = allRoutes(root).find(({ at }) => at === 'route.routes.2.routes.1');
    expect(child).toMatchObject({ receiver: 'pager', groupBy: ['alertname'], groupWait: '30s', groupInterval: '5m', repeatInterval: '1h', muteTimeIntervals: [] });
    expect(child?.matchers).toHaveLength(1);
  });

  it('simulates the deprecated syntax and marks it', () => {
    const old = readRoutes({ route: { receiver: 'default', routes: [{ receiver: 'pager', match: { severity: 'critical' }, match_re: { service: 'bud.*' } }] } });
    expect(deliveries(old, { severity: 'critical', service: 'budapp' })[0]).toMatchObject({ receiver: 'pager', deprecated: true });
    expect(deliveries(old, { severity: 'critical', service: 'kafka' })[0]?.receiver).toBe('default');
  });

  it('lets a route with an unreadable matcher catch nothing', () => {
    const broken = readRoutes({ route: { receiver: 'default', routes: [{ receiver: 'pager', matchers: ['severity=~"("'] }] } });
    expect(broken.routes[0]?.faults).toHaveLength(1);
    expect(deliveries(broken, { severity: '(' })[0]?.receiver).toBe('default');
  });

  it('reads nothing from nothing', () => {
    expect(readRoutes({})).toMatchObject({ receiver: '', routes: [], at: 'route' });
  });
});

describe('receiverIntegrations', () => {
  it('lists what a receiver notifies through', () => {
    expect([...receiverIntegrations({ receivers: [slack('chat'), { name: 'null' }, { name: 'empty', webhook_configs: [] }] })]).toEqual([['chat', ['slack_configs']], ['null', []], ['empty', []]]);
  });
});
