import { describe, expect, it } from '@jest/globals';
import { annotationsOf } from './annotations.ts';
import { dashboards } from './index.ts';

const shown = (uid: string, annotation: string) => {
  const dashboard = dashboards.find((candidate) => candidate.uid === uid);
  return dashboard === undefined ? undefined : annotationsOf(dashboard).find(({ name }) => name === annotation)?.json.expr;
};

describe('annotationsOf', () => {
  it.each(dashboards)('$uid marks deploys, alerts and restarts', (dashboard) => {
    expect(annotationsOf(dashboard).map(({ name }) => name)).toEqual(['Deploys', 'Alerts', 'Restarts']);
    expect(annotationsOf(dashboard).flatMap(({ query }) => query.problems)).toEqual([]);
  });

  it.each([
    ['inference-metrics', 'Alerts', 'endpoint=~"$endpoint|"'],
    ['cluster-status', 'Alerts', 'cluster=~"$cluster|"'],
    ['platform-overview', 'Restarts', 'job=~"bud.*", namespace=~"$namespace"'],
    ['inference-metrics', 'Restarts', '{job=~"bud.*"}'],
  ])('%s limits its %s to what is chosen: %s', (uid, annotation, matcher) => {
    expect(shown(uid, annotation)).toContain(matcher);
  });

  it.each([
    ['platform-overview', 'service=~'],
    ['inference-metrics', 'cluster=~'],
  ])('%s shows alerts whatever %s they name, for want of a choice that fits', (uid, matcher) => {
    expect(shown(uid, 'Alerts')).not.toContain(matcher);
  });
});
