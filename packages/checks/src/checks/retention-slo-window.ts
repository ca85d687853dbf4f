import { durationMs, slos } from '@bud-o11y/model';
import { bundleCheck } from '../check.ts';

/** Service level objectives whose window the environment's metrics outlive; the others are not generated there (decisions 17). */
export const retentionSloWindow = bundleCheck({
  id: 'retention-slo-window',
  severity: 'warning',
  why: 'an objective over more days than there are samples would show a budget that looks too good',
  appliesTo: [],
  *run({ environment }) {
    const kept = durationMs(environment.retention.metrics) ?? 0;
    const longer = Object.values(slos).filter(({ window }) => (durationMs(window) ?? 0) > kept);
    if (longer.length === 0) return;
    yield {
      file: `packages/model/src/environments/${environment.name}.ts`,
      at: 'retention.metrics',
      what: `metrics are kept for ${environment.retention.metrics}, so these objectives are not measured here: ${longer.map(({ id, window }) => `${id} (${window})`).join(', ')}`,
      fix: 'keep metrics for at least the window, or accept that this environment has no error budget',
    };
  },
});
