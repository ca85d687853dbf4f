import { hole, logql, promql } from '@bud-o11y/model';
import { describe, expect, it } from '@jest/globals';
import { alertRules, asking, dashboard, logTarget, panel, problemsOf, recordingRules } from '../fixtures.ts';
import { alertPanelSeries } from './alert-panel-series.ts';

const recorded = recordingRules([{ record: 'job:up:ratio', expr: 'avg by (job) (up)' }]);

function found(alert: string, shown: string): readonly string[] {
  const isLog = shown.includes('({');
  const query = (text: string) => (isLog ? logql`${hole(text)}` : promql`${hole(text)}`);
  const json = isLog ? panel(11, { targets: [logTarget(shown)] }) : asking([shown]);
  const rules = alertRules([{ alert: 'Down', expr: alert, annotations: { dashboard_url: 'https://grafana/d/a?viewPanel=panel-11' } }], { evaluator: isLog ? 'loki' : 'mimir', queries: [{ at: 'rule 1', query: query(alert) }] });
  return problemsOf(alertPanelSeries, [recorded, rules, dashboard('a', { panels: [json] }, [{ at: 'panel 11', query: query(shown) }])]).map(({ what }) => what);
}

describe('alert-panel-series', () => {
  it.each([
    ['another series', 'pg_up == 0', 'inference_queue_depth'],
    ['other streams', 'sum(count_over_time({app="budapp"}[5m])) > 5', 'sum(count_over_time({app="budsim"}[5m]))'],
    ['another alert', 'vector(1)', 'count(ALERTS{alertname="Other"})'],
  ])('finds a panel of %s', (_, alert, shown) => {
    expect(found(alert, shown)).toEqual(['Down opens panel 11 (Panel 11), which reads no series that Down reads']);
  });

  it.each([
    ['the series', 'pg_up == 0', 'min(pg_up)'],
    ['what the recording is made of', 'job:up:ratio < 1', 'sum by (job) (up)'],
    ['the streams', 'sum(count_over_time({app="budapp"}[5m])) > 5', 'sum(count_over_time({app=~"$service"}[5m]))'],
    ['the alert itself', 'vector(1)', 'count(ALERTS{alertname="Down"})'],
  ])('accepts a panel of %s', (_, alert, shown) => {
    expect(found(alert, shown)).toEqual([]);
  });
});
