import { panelRef, promql } from '@bud-o11y/model';
import { errorBudget } from '@bud-o11y/rules';
import { alert } from '../../alert.ts';
import { fires, quiet, samples } from '../../cases.ts';

const labels = { endpoint: 'chat', slo: 'inference-availability' };
const left = (values: string) => [samples(errorBudget(labels), values)];

/** A reason to put off risky changes. Covers both inference objectives: the label `slo` says which budget it is. */
export const inferenceErrorBudgetLow = alert({
  id: 'InferenceErrorBudgetLow',
  area: 'slo',
  group: 'info-alerts',
  severity: 'info',
  team: 'inference',
  service: 'inference',
  threshold: { value: 0.25, unit: 'ratio', comparison: '<' },
  expr: (threshold) => promql`${errorBudget} < ${threshold}`,
  // A complete outage spends three quarters of the larger budget, 1% of 30 days, in 5.4 hours.
  shownAfter: '6h',
  for: '1h',
  summary: '{{ $labels.endpoint }}: {{ $value | humanizePercentage }} of the {{ $labels.slo }} budget is left',
  description: 'Less than a quarter of the 30-day budget of {{ $labels.slo }} remains for endpoint {{ $labels.endpoint }}. Put off risky changes to it.',
  panel: panelRef('error-tracking', 'budgetRemaining'),
  panelVariables: { endpoint: 'endpoint' },
  tests: [
    fires('a fifth is left', { series: left('0.2x90'), quietAt: '59m', at: '61m', alerts: [{ labels, value: 0.2 }] }),
    fires('the budget is overspent', { series: left('-0.5x90'), at: '61m', alerts: [{ labels, value: -0.5 }] }),
    quiet('a quarter is left', { series: left('0.25x90'), at: '80m' }),
    quiet('nearly a third is left', { series: left('0.3x90'), at: '80m' }),
  ],
});
