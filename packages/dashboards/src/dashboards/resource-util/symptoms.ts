import { podCrashLooping } from '@bud-o11y/alerts';
import { labels, metrics, panelRef, promql } from '@bud-o11y/model';
import { gpuUtilization, queueDepth } from '@bud-o11y/rules';
import { collapsed } from '../../dashboard.ts';
import { levels } from '../../levels.ts';
import { toDashboard, toRunbook } from '../../links.ts';
import { logLines } from '../../panels/logs.ts';
import { timeseries } from '../../panels/timeseries.ts';
import { outOfMemory } from '../../queries/panel-logs.ts';
import { chosen } from '../../selectors.ts';
import { signals } from '../../signals.ts';

const queueAgainstGpu = timeseries({
  id: 41,
  title: 'Queue against GPU',
  description: 'Requests that wait, and GPU utilisation on the right. A long queue with idle GPUs is held up elsewhere: CPU, network or the scheduler.',
  size: [24, 8], unit: 'count',
  targets: [
    { query: promql`sum(${queueDepth})`, legend: 'queued' },
    { query: promql`avg(${gpuUtilization({ cluster: chosen.cluster })})`, legend: 'GPU utilisation' },
  ],
  fields: [{ match: { refId: 'B' }, unit: 'ratio', axis: 'right' }],
  links: [toDashboard('inference-metrics', { panel: 'queueDepth', title: 'Queue by endpoint' }), ...signals.gateway],
});

const { containerRestarts } = metrics;

const crashLoops = timeseries({
  id: panelRef('resource-util', 'crashLoops').id,
  title: 'Restarts by container (30m)',
  description: 'How often the containers of each pod were started again within 30 minutes, the twenty that did most at any moment. Above the line it is a crash loop; a step at one time in many pods is a release or a dependency.',
  size: [24, 8], unit: 'count', noValue: '0', thresholds: levels.crashLoops,
  targets: [{
    query: promql`topk(20, sum by (${labels(containerRestarts, 'namespace', 'pod', 'container')}) (increase(${containerRestarts({ namespace: chosen.namespace })}[30m])) > 0)`,
    legend: '{{pod}} {{container}}', emptyWhenHealthy: 'no container restarts',
  }],
  links: [toDashboard('error-tracking'), ...signals.pod, toRunbook(podCrashLooping)],
});

const killed = logLines({
  id: 42,
  title: 'Out of memory',
  description: 'Lines that tell of memory that ran out, on the CPU or the GPU. Searches the text of every line: slow over long times.',
  size: [24, 8],
  targets: [{ query: outOfMemory, legend: 'lines', limit: 200 }],
});

/** What fails or waits for want of a resource. */
export const symptoms = collapsed('Saturation and errors', queueAgainstGpu, crashLoops, killed);
