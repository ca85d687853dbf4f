import { describe, expect, it } from '@jest/globals';
import { type Match, anyOf, matching, metrics, not, notMatching, promql, variableMatch } from '@bud-o11y/model';
import { unknownServices } from './unknown-services.ts';

describe('unknownServices', () => {
  it.each<{ job: Match | string; unknown: readonly string[] }>([
    { job: 'budapp', unknown: [] },
    { job: 'budap', unknown: ['budap'] },
    { job: not('budap'), unknown: ['budap'] },
    { job: matching('bud.*'), unknown: [] },
    { job: matching('bad.*'), unknown: ['bad.*'] },
    { job: matching('budapp|budsin'), unknown: ['budsin'] },
    { job: notMatching('nobody'), unknown: ['nobody'] },
    { job: matching('bud(app|sim)'), unknown: [] },
    { job: matching('(?i)BUD.*'), unknown: [] },
    { job: anyOf('otel-collector', 'alloy'), unknown: [] },
    { job: variableMatch('service'), unknown: [] },
  ])('of $job are $unknown', ({ job, unknown }) => {
    expect(unknownServices(promql`${metrics.up({ job })}`)).toEqual(unknown);
  });
});
