import { dashboardPlaceholders, logql, stream } from '@bud-o11y/model';
import { describe, expect, it } from '@jest/globals';
import { alertRules, alertmanager, dashboard, panel, problemsOf } from '../fixtures.ts';
import { artifactPlaceholder } from './artifact-placeholder.ts';

const shipped = (text: string) => problemsOf(artifactPlaceholder, [alertmanager({ receiver: 'default' }, [{ name: 'default', note: text }])]).map(({ where }) => where.path);

describe('artifact-placeholder', () => {
  it.each(['<key>', 'https://hooks.slack.com/services/...', '...', 'changeme', 'Change-Me', 'ops@example.com', 'https://grafana.example.org/x', 'first line\nkey: <your key>', '#alerts-<environment>'])('finds %j', (text) => {
    expect(shipped(text)).toEqual(['receivers.0.note']);
  });

  it.each(['errors, warnings, ... and more', '(?P<level>\\w+)', 'a < b and c > d', '<https://a.test|Runbook>', 'myexample.company', '*.bud.example', '// pods are called <release>-<service>\nport: 1\n'])('accepts %j', (text) => {
    expect(shipped(text)).toEqual([]);
  });

  it('finds what the generator of dashboards wrote, by panel', () => {
    const written = { title: 'Mine', description: dashboardPlaceholders.dashboard, panels: [panel(11, { title: `${dashboardPlaceholders.title} chart 11`, description: dashboardPlaceholders.chart }), panel(12)] };
    expect(problemsOf(artifactPlaceholder, [dashboard('a', written)]).map(({ where }) => where.path)).toEqual(['panel 11 (Untitled chart 11) title', 'panel 11 (Untitled chart 11) description', 'description']);
    expect(shipped(dashboardPlaceholders.chart)).toEqual([]);
  });

  it('accepts the spelling of all labels, HTML in a text panel, and what a query template built', () => {
    const query = logql`${stream({ app: 'budapp' })} | pattern "<ip> <_>"`;
    const artifacts = [
      alertmanager({ receiver: 'default', group_by: ['...'] }),
      dashboard('a', { panels: [{ options: { content: '<b>hello</b>' } }] }),
      alertRules([{ alert: 'Lines', expr: query.text }], { queries: [{ at: 'rule 1', query }] }),
    ];
    expect(problemsOf(artifactPlaceholder, artifacts)).toEqual([]);
  });
});
