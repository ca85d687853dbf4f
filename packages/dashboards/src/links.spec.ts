import { describe, expect, it } from '@jest/globals';
import { alerts } from '@bud-o11y/alerts';
import { environmentNamed, traceql, attribute } from '@bud-o11y/model';
import { encodeExceptVariables, exploreUrl } from './explore.ts';
import { dashboards, renderDashboards } from './index.ts';
import { type DataLink, fieldLabel, linkJson, toDashboard, toRunbook } from './links.ts';
import { within } from './panels/varying.ts';

const production = environmentNamed('production');
const panels = dashboards.flatMap((dashboard) => dashboard.rows.flatMap((row) => row.panels.map((panel) => ({ name: `${dashboard.uid} ${panel.input.id}`, dashboard, panel }))));
const idsOf = (uid: string): readonly number[] => panels.filter(({ dashboard }) => dashboard.uid === uid).map(({ panel }) => panel.input.id);
const variablesOf = (uid: string): readonly string[] => dashboards.find((dashboard) => dashboard.uid === uid)?.variables.map(({ name }) => name) ?? [];

const links = panels.flatMap(({ name, dashboard, panel }) =>
  [...(panel.input.links ?? []), ...(panel.input.fields ?? []).flatMap((style) => style.links ?? [])].map((link) => ({ name: `${name} ${link.title}`, from: dashboard.uid, link })),
);

describe('links between dashboards', () => {
  const inside = links.flatMap(({ name, from, link }) => (link.to === undefined ? [] : [{ name, from, to: link.to }]));

  it.each(inside)('$name lands', ({ to }) => {
    expect(dashboards.map(({ uid }) => uid)).toContain(to.uid);
    if (to.panel !== undefined) expect(idsOf(to.uid)).toContain(to.panel);
    expect(variablesOf(to.uid)).toEqual(expect.arrayContaining([...to.variables]));
  });

  it.each([
    ['platform-overview', 'inference-metrics'], ['platform-overview', 'error-tracking'], ['platform-overview', 'resource-util'], ['platform-overview', 'cluster-status'],
    ['inference-metrics', 'error-tracking'], ['error-tracking', 'inference-metrics'], ['cluster-status', 'resource-util'], ['resource-util', 'cluster-status'],
  ])('%s leads to %s', (from, to) => {
    expect(inside.some((link) => link.from === from && link.to.uid === to)).toBe(true);
  });
});

describe('links from alerts', () => {
  it.each(alerts.map((alert) => ({ id: alert.id, alert })))('$id opens a panel that exists, over variables that it has', ({ alert }) => {
    expect(idsOf(alert.panel.uid)).toContain(alert.panel.id);
    expect(variablesOf(alert.panel.uid)).toEqual(expect.arrayContaining(Object.keys(alert.panelVariables ?? {})));
  });
});

describe('runbooks', () => {
  it('stand in the corner of the panel that their alerts open', () => {
    const cpu = renderDashboards(production).find(({ name }) => name === 'resource-util')?.text ?? '';
    expect(cpu).toContain('"url": "https://runbooks.bud.example/HighCPU"');
  });
});

describe('toDashboard', () => {
  const urlOf = (link: DataLink, variables: readonly string[] = []) => within(linkJson(link), production, variables).url;

  it('hands on every variable where it sets none', () => {
    expect(urlOf(toDashboard('error-tracking', { panel: 'burnRate' }))).toBe('/d/error-tracking?${__url_time_range}&${__all_variables}&viewPanel=panel-31');
  });

  it('sets variables, and hands on the others that the dashboard has on which it stands', () => {
    expect(urlOf(toDashboard('error-tracking', { variables: { endpoint: fieldLabel('endpoint') }, panel: 'burnRate' }), ['datasource', 'endpoint', 'model'])).toBe(
      '/d/error-tracking?${__url_time_range}&var-endpoint=${__field.labels.endpoint:percentencode}&${datasource:queryparam}&${model:queryparam}&viewPanel=panel-31',
    );
  });

  it('makes a link that leads nowhere of a name that there is not, for the checks to report', () => {
    expect(toDashboard('gone' as 'error-tracking')).toMatchObject({ title: 'gone', url: expect.stringMatching(/^\/d\/gone\?/) });
    expect(toDashboard('error-tracking', { panel: 'gone' as 'burnRate' }).url).toContain('viewPanel=panel-NaN');
  });
});

describe('toRunbook', () => {
  it('follows the environment', () => {
    const [local, far] = [environmentNamed('local'), production].map((environment) => within(linkJson(toRunbook({ id: 'HighCPU' })), environment).url);
    expect([local, far]).toEqual(['http://localhost:3000/runbooks/HighCPU', 'https://runbooks.bud.example/HighCPU']);
  });
});

describe('exploreUrl', () => {
  const url = exploreUrl(traceql`{ ${attribute('span.endpoint')} = "\${__field.labels.endpoint}" }`);

  it('keeps what Grafana fills in and encodes the rest', () => {
    expect(url).toContain('${__field.labels.endpoint:percentencode}');
    expect(url).toContain('${__from}');
    expect(url.replaceAll(/\$\{[^}]+\}/g, '')).toMatch(/^\/explore\?schemaVersion=1&panes=[\w%.~()*'!-]+$/);
  });

  it('is the panes JSON of Explore once it is filled in', () => {
    const filled = url.replaceAll(/\$\{[^}]+\}/g, 'chat');
    const panes = JSON.parse(new URL(filled, production.grafanaUrl).searchParams.get('panes') ?? '') as { a: { datasource: string; queries: { query: string }[] } };
    expect([panes.a.datasource, panes.a.queries[0]?.query]).toEqual(['tempo', '{ span.endpoint = "chat" }']);
  });
});

describe('encodeExceptVariables', () => {
  it.each([
    ['a b', 'a%20b'],
    ['{x="${__from}"}', '%7Bx%3D%22${__from}%22%7D'],
    ['${__data.fields.pod}', '${__data.fields.pod:percentencode}'],
    ['${__field.labels.a:raw}', '${__field.labels.a:raw}'],
  ])('%s becomes %s', (text, encoded) => {
    expect(encodeExceptVariables(text)).toBe(encoded);
  });
});
