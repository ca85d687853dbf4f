import { describe, expect, it } from '@jest/globals';
import { alertRules, problemsOf, recordingRules } from '../fixtures.ts';
import { alertTemplate } from './alert-template.ts';

const expr = 'sum by (job) (up) == 0';
const found = (annotations: Readonly<Record<string, string>>, labels: Readonly<Record<string, string>> = {}) =>
  problemsOf(alertTemplate, [alertRules([{ alert: 'Down', expr, labels, annotations }])]).map(({ what, fix }) => `${what}: ${fix}`);

describe('alert-template', () => {
  it.each([
    ['a label that the expression drops', '{{ $labels.jobs }}', 'the annotation hint of Down uses the label jobs, which the expression drops: did you mean job?'],
    ['a dropped label in its long form', '{{ .Labels.instance }}', 'uses the label instance, which the expression drops: keep instance in the expression'],
    ['a function that nobody knows', '{{ $value | humanise }}', 'calls humanise, which no ruler knows: did you mean humanize?'],
    ['a variable that nobody sets', '{{ $label.job }}', 'reads $label, which nobody sets: did you mean labels?'],
    ['an action that is not closed', '{{ $labels.job } is down', 'opens {{ and does not close it'],
    ['a block that is not closed', '{{ if $value }}down', 'has no {{ end }} for {{ if }}'],
  ])('finds %s', (_, text, expected) => {
    expect(found({ hint: text })).toEqual([expect.stringContaining(expected)]);
  });

  it('looks at labels as well', () => {
    expect(found({}, { host: '{{ $labels.instance }}' })).toEqual([expect.stringContaining('the label host of Down uses the label instance')]);
  });

  it('leaves to the declaration what that reports, and no more', () => {
    expect(found({ summary: '{{ $labels.instance }}', dashboard_url: '/d/x?var-a={{ $labels.instance }}' }, { service: '{{ $labels.instance }}' })).toEqual([]);
    expect(found({ summary: '{{ .Labels.instance }} {{ $value | humanise }}' })).toHaveLength(2);
  });

  it('says the same fault of several rules of an alert once', () => {
    const rule = { alert: 'Down', expr, annotations: { hint: '{{ $labels.pod }}' } };
    expect(problemsOf(alertTemplate, [alertRules([rule, { ...rule, labels: { service: 'other' } }])])).toHaveLength(1);
  });

  it('accepts what the expression yields, by a recording too, and an expression that yields nobody knows what', () => {
    expect(found({ hint: '{{ $labels.job }} has {{ $value | humanizePercentage }} left{{ if gt $value 0.5 }}, much{{ end }}' })).toEqual([]);
    const recorded = recordingRules([{ record: 'down:jobs', expr }]);
    const alert = alertRules([{ alert: 'A', expr: 'down:jobs > 0', annotations: { hint: '{{ $labels.job }}' } }, { alert: 'B', expr: 'unheard_of > 0', annotations: { hint: '{{ $labels.pod }}' } }]);
    expect(problemsOf(alertTemplate, [recorded, alert])).toEqual([]);
  });
});
