import { environmentNamed, panelRef } from '@bud-o11y/model';
import { describe, expect, it } from '@jest/globals';
import { alertRule, alertRules, dashboard, panel, problemsOf, variable } from '../fixtures.ts';
import { alertUnknownPanel } from './alert-unknown-panel.ts';

const grafana = environmentNamed('dev').grafanaUrl;
const target = dashboard('error-tracking', { panels: [panel(12)], templating: { list: [variable('endpoint')] } });
const found = (url: string) => problemsOf(alertUnknownPanel, [target, alertRules([alertRule('HighErrorRate', {}, { dashboard_url: url })])]).map(({ what }) => what);

describe('alert-unknown-panel', () => {
  it.each([
    ['a dashboard', `${grafana}/d/error-trackng?viewPanel=panel-12`, 'dashboard error-trackng'],
    ['a panel', `${grafana}/d/error-tracking?viewPanel=panel-13`, 'panel 13'],
    ['a panel key', `${grafana}/d/error-tracking?viewPanel=panel-undefined`, 'viewPanel=panel-undefined, which names no panel'],
    ['a panel id', `${grafana}/d/error-tracking?orgId=1&viewPanel=`, 'viewPanel=, which names no panel'],
    ['a variable', `${grafana}/d/error-tracking?viewPanel=12&var-cluster={{ $labels.cluster }}`, 'variable cluster'],
    ['a second variable', `${grafana}/d/error-tracking?viewPanel=12&var-endpoint={{ $labels.endpoint | urlquery }}&var-model=x`, 'variable model'],
    ['the host', 'https://grafana.test/d/error-tracking', 'opens no dashboard of this environment'],
    ['a link', `${grafana}/explore`, 'opens no dashboard of this environment'],
  ])('finds %s that does not exist', (_, url, expected) => {
    expect(found(url)).toEqual([expect.stringContaining(expected)]);
  });

  it('accepts a panel that exists, in both spellings', () => {
    expect(found(`${grafana}/d/error-tracking?viewPanel=panel-12&var-endpoint={{ $labels.endpoint | urlquery }}`)).toEqual([]);
    expect(found(`${grafana}/d/error-tracking/errors?orgId=1&viewPanel=12`)).toEqual([]);
  });

  it('finds a key that came through a cast, where the types could not', () => {
    const { uid, id } = panelRef('error-tracking', 'errorRatioByEndpiont' as 'errorRatioByEndpoint');
    expect(found(`${grafana}/d/${uid}?viewPanel=panel-${id}`)).toEqual([expect.stringContaining('viewPanel=panel-NaN, which names no panel')]);
    expect(found(`${grafana}/d/${panelRef('error-trackng' as 'error-tracking', 'burnRate').uid}?viewPanel=panel-1`)).toEqual([expect.stringContaining('dashboard error-trackng')]);
  });
});
