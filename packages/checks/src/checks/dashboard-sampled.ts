import { panelCheck } from '../panel-check.ts';
import { targetsOf } from '../panel-targets.ts';

/** Where ordinary traces are sampled, panels that are drawn from traces say so in their title. */
export const dashboardSampled = panelCheck({
  id: 'dashboard-sampled',
  severity: 'error',
  why: 'errors and slow requests are always kept and the rest is not: a count of traces is no count of requests',
  *run(panel, { environment }) {
    if (environment.sampling.traces >= 1 || /\(sampled\)/i.test(panel.title)) return;
    if (targetsOf(panel).some(({ language }) => language === 'traceql')) yield { what: 'is drawn from sampled traces and does not say so', fix: 'end the title with (sampled)' };
  },
});
