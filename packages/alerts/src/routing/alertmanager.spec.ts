import { describe, expect, it } from '@jest/globals';
import { environmentNamed, environmentNames, secretFiles } from '@bud-o11y/model';
import { alerts } from '../list.ts';
import { renderAlertmanager } from './alertmanager.ts';
import { routeProblems } from './problems.ts';
import { rootRoute, routes } from './routes.ts';

interface Config {
  readonly global: Readonly<Record<string, unknown>>;
  readonly route: { readonly routes: readonly { readonly receiver: string; readonly matchers: readonly string[]; readonly continue?: boolean }[] };
  readonly receivers: readonly (Readonly<Record<string, unknown>> & { readonly name: string })[];
  readonly inhibit_rules: readonly { readonly source_matchers: readonly string[]; readonly target_matchers: readonly string[]; readonly equal: readonly string[] }[];
  readonly time_intervals: readonly { readonly name: string }[];
}

const configOf = (name: string) => renderAlertmanager(environmentNamed(name), alerts).data as unknown as Config;

describe.each(environmentNames)('renderAlertmanager in %s', (name) => {
  const environment = environmentNamed(name);
  const { text } = renderAlertmanager(environment, alerts);

  it('names secrets by file only, each below the secrets directory', () => {
    const files = [...text.matchAll(/(\w+_file): (\S+)/g)].map(([, , file]) => file);
    const known = Object.values(secretFiles).map((file) => `${environment.receivers.secretsDirectory}/${file}`);
    expect(files.length).toBeGreaterThanOrEqual(4);
    for (const file of files) expect(known).toContain(file);
    expect(text).not.toMatch(/^\s*(- )?(routing_key|service_key|api_url|smtp_auth_password|password|url):/m);
  });

  it('holds no placeholder and nothing deprecated', () => {
    expect(text).not.toMatch(/<[a-z]+>|\.\.\.|example\.com|changeme|\bmatch(_re)?:/);
  });

  it('declares exactly the receivers that a route uses', () => {
    const { receivers, route } = configOf(name);
    const used = new Set(['default', ...route.routes.map(({ receiver }) => receiver)]);
    expect(new Set(receivers.map((receiver) => receiver.name))).toEqual(used);
    expect(receivers.some((receiver) => receiver.name === 'pagerduty-critical')).toBe(environment.receivers.paging);
  });

  it('says where its mail comes from, and encrypts it wherever it leaves the machine', () => {
    expect(configOf(name).global).toMatchObject({ smtp_smarthost: environment.receivers.email.smarthost, smtp_from: environment.receivers.email.from, smtp_require_tls: name !== 'local' });
  });

  it('has no duration that Alertmanager refuses, the root\'s among them', () => {
    expect(routeProblems([rootRoute, ...routes(environment)])).toEqual([]);
    expect(routeProblems([{ ...rootRoute, groupWait: '5x' as '5m' }])).toMatchObject([{ what: 'groupWait of the route to default is 5x, which is no duration or too short' }]);
  });

  it('declares the office hours that it refers to', () => {
    expect(configOf(name).time_intervals.map((interval) => interval.name)).toEqual(['business-hours']);
  });

  it('never inhibits across platform clusters', () => {
    for (const { equal } of configOf(name).inhibit_rules) expect(equal).toContain('k8s_cluster');
  });
});

describe('a database that is down', () => {
  it('silences the symptoms of the services that need it, and of no other', () => {
    const rule = configOf('production').inhibit_rules.find(({ source_matchers }) => source_matchers[0] === 'alertname="DatabaseConnectionFailure"');
    expect(rule?.target_matchers[0]).toMatch(/^alertname=~"ErrorLogBurst\|PodCrashLooping\|ServiceDegraded\|/);
    expect(rule?.target_matchers[1]).toMatch(/^service=~".*\bbudapp\b.*"$/);
    expect(rule?.target_matchers[1]).not.toMatch(/budgateway/);
  });
});
