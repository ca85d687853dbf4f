import { metrics, panelRef } from '@bud-o11y/model';
import { inferenceAvailability } from '@bud-o11y/rules';
import { fires, quiet, samples } from '../../cases.ts';
import { burnAlert } from '../../slo.ts';

const { inferenceRequests } = metrics;
const succeeded = inferenceRequests({ endpoint: 'chat', model: 'llama', status: 'success' });
const failed = inferenceRequests({ endpoint: 'chat', model: 'llama', status: 'error' });

/** 2% of the month's error budget in an hour, or 5% in six hours, and still going on. */
export const inferenceErrorBudgetBurnFast = burnAlert({
  id: 'InferenceErrorBudgetBurnFast',
  slo: inferenceAvailability,
  pace: 'page',
  example: { endpoint: 'chat' },
  summary: '{{ $labels.endpoint }}: {{ $value | humanizePercentage }} of requests fail, the 30-day budget burns',
  description: 'Endpoint {{ $labels.endpoint }} (objective 99.5% over 30 days) fails {{ $value | humanizePercentage }} of its requests: 2% of the month\'s budget in an hour, or 5% in six hours.',
  panel: panelRef('error-tracking', 'burnRate'),
  panelVariables: { endpoint: 'endpoint' },
  tests: [
    fires('one request in ten fails from the start', {
      series: [samples(succeeded, '0+54x90'), samples(failed, '0+6x90')], quietAt: '2m', at: '80m', alerts: [{ labels: { endpoint: 'chat' }, value: 0.1 }],
    }),
    quiet('one request in fifty-five fails', { series: [samples(succeeded, '0+54x90'), samples(failed, '0+1x90')], at: '80m' }),
  ],
});
