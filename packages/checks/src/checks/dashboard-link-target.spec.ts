import { describe, expect, it } from '@jest/globals';
import { dashboard, panel, problemsOf, variable } from '../fixtures.ts';
import { dashboardLinkTarget } from './dashboard-link-target.ts';

const target = dashboard('cluster-status', { tags: ['bud'], panels: [panel(21)], templating: { list: [variable('cluster')] } });
const linking = (json: object) => problemsOf(dashboardLinkTarget, [target, dashboard('from', { ...json })]);
const dataLink = (url: string) => linking({ panels: [panel(1, { fieldConfig: { defaults: { links: [{ title: 'More', url }] } } })] });

describe('dashboard-link-target', () => {
  it.each([
    ['a dashboard', '/d/cluster-stats?${__url_time_range}', 'dashboard cluster-stats'],
    ['a panel', '/d/cluster-status?viewPanel=panel-22', 'panel 22'],
    ['a variable', '/d/cluster-status?${__url_time_range}&var-endpoint=${__field.labels.endpoint:percentencode}', 'variable endpoint'],
  ])('finds %s that does not exist', (_, url, expected) => {
    expect(dataLink(url)).toEqual([expect.objectContaining({ what: expect.stringContaining(expected), where: expect.objectContaining({ path: 'panel 1 (Panel 1) fieldConfig.defaults.links.0.url' }) })]);
  });

  it('finds a variable that Explore would see as it stands', () => {
    expect(dataLink('/explore?panes=%7B%22expr%22%3A%22up%7Bjob%3D~%24service%7D%22').map(({ what }) => what)).toEqual(['hands $service to Explore as it stands']);
    expect(dataLink('/explore?panes=%7B%22expr%22%3A%22rate(up%5B%24__rate_interval%5D)%20${service}%22')).toEqual([]);
  });

  it.each([
    ['${service:pipe}', 'bud.+', 1], ['${service}', 'a&b', 1],
    ['${service:pipe}', 'bud.*', 0], ['${service:queryparam}', 'bud.+', 0], ['${service:percentencode}', 'bud.+', 0], ['${endpoint:pipe}', 'bud.+', 0],
  ])('knows whether %s with %s for All survives in an address', (mention, allValue, found) => {
    const list = [variable('service', { includeAll: true, allValue })];
    const links = [{ title: 'Logs', url: `/explore?panes=${mention}` }];
    const problems = linking({ templating: { list }, panels: [panel(1, { description: '${service}', fieldConfig: { defaults: { links } } })] });
    expect(problems.map(({ what }) => what)).toEqual(Array.from({ length: found }, () => expect.stringContaining('writes $service into an address')));
  });

  it('finds a list of dashboards that would be empty', () => {
    expect(linking({ links: [{ type: 'dashboards', tags: ['bud', 'gpu'] }] }).map(({ where }) => where.path)).toEqual(['links']);
  });

  it('accepts links that land, and those whose target is a variable', () => {
    expect(linking({ links: [{ type: 'dashboards', tags: ['bud'] }, { type: 'link', url: 'https://git.test/d-tools' }] })).toEqual([]);
    expect(dataLink('/d/cluster-status?viewPanel=panel-21&var-cluster=${__field.labels.cluster}')).toEqual([]);
    expect(dataLink('/d/${target}?x=1')).toEqual([]);
  });
});
