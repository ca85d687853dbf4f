import { panelRef, promql } from '@bud-o11y/model';
import { serviceErrorBudget } from '@bud-o11y/rules';
import { alert } from '../../alert.ts';
import { fires, quiet, samples } from '../../cases.ts';

const labels = { namespace: 'bud', service: 'budgateway', slo: 'gateway-availability' };
const left = (values: string) => [samples(serviceErrorBudget(labels), values)];

/** A reason to put off risky changes. Covers gateway and user interface: the label `slo` says which budget it is. */
export const serviceErrorBudgetLow = alert({
  id: 'ServiceErrorBudgetLow',
  area: 'slo',
  group: 'info-alerts',
  severity: 'info',
  team: 'platform',
  service: { label: 'service' },
  threshold: { value: 0.25, unit: 'ratio', comparison: '<' },
  expr: (threshold) => promql`${serviceErrorBudget} < ${threshold}`,
  // A complete outage spends three quarters of 0.1% of 30 days in 32 minutes.
  shownAfter: '1h',
  for: '1h',
  summary: '{{ $labels.service }}: {{ $value | humanizePercentage }} of the {{ $labels.slo }} budget is left',
  description: 'Less than a quarter of the 30-day budget of {{ $labels.slo }} remains in {{ $labels.namespace }}. Put off risky changes to it.',
  panel: panelRef('platform-overview', 'serviceBudget'),
  panelVariables: { namespace: 'namespace', service: 'service' },
  tests: [
    fires('a fifth is left', { series: left('0.2x90'), quietAt: '59m', at: '61m', alerts: [{ labels, value: 0.2 }] }),
    fires('the budget is overspent', { series: left('-0.5x90'), at: '61m', alerts: [{ labels, value: -0.5 }] }),
    quiet('a quarter is left', { series: left('0.25x90'), at: '61m' }),
    quiet('nearly a third is left', { series: left('0.3x90'), at: '61m' }),
  ],
});
