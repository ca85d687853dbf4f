import { labels, panelRef, promql } from '@bud-o11y/model';
import { durationQuantiles, serviceErrors, serviceRequests, upRatio } from '@bud-o11y/rules';
import { row } from '../../dashboard.ts';
import { exemplarStyle, httpExemplars } from '../../exemplars.ts';
import { levels } from '../../levels.ts';
import { fieldLabel, toDashboard } from '../../links.ts';
import { states } from '../../panels/mappings.ts';
import { stateTimeline } from '../../panels/state-timeline.ts';
import { timeseries } from '../../panels/timeseries.ts';
import { chosen } from '../../selectors.ts';
import { signals } from '../../signals.ts';
import { budgets, burn } from './objectives.ts';

const shown = { namespace: chosen.namespace, service: chosen.service };
const byService = { variables: { service: fieldLabel('service') } };

const serviceState = stateTimeline({
  id: panelRef('platform-overview', 'serviceState').id,
  title: 'Service state',
  description: 'One lane per service: read it first to see when it began, and who else is in it.',
  size: [24, 6], unit: 'ratio', thresholds: levels.replicas, mappings: states('up', 'down', 'partial'),
  targets: [{ query: promql`${upRatio({ job: chosen.service })}`, legend: '{{job}}' }],
  links: [toDashboard('resource-util', { variables: { service: fieldLabel('job') } }), ...signals.job],
});

const requestRate = timeseries({
  id: 12,
  title: 'Request rate by service',
  description: 'HTTP requests. A drop to zero while the service is up points to whoever calls it.',
  size: [8, 8], unit: 'requests/s', mean: true,
  targets: [{ query: promql`sum by (${labels(serviceRequests, 'service')}) (${serviceRequests(shown)})`, legend: '{{service}}' }],
  links: [toDashboard('resource-util', byService), ...signals.service],
});

const serverErrors = timeseries({
  id: 13,
  title: '5xx ratio by service',
  description: 'Share of HTTP requests that the service itself fails. Services without traffic are left out.',
  size: [8, 8], unit: 'ratio', thresholds: levels.serverErrors,
  targets: [{
    query: promql`
      sum by (${labels(serviceErrors, 'service')}) (${serviceErrors(shown)})
      /
      (sum by (${labels(serviceRequests, 'service')}) (${serviceRequests(shown)}) > 0)
    `,
    legend: '{{service}}',
  }],
  links: [toDashboard('error-tracking', byService), ...signals.service],
});

const latency = timeseries({
  id: 14,
  title: 'p99 by service',
  description: 'Maximum over namespaces, since quantiles cannot be averaged. Dots are exemplars: they lead to a trace, if the sampler kept it.',
  size: [8, 8], unit: 'seconds',
  targets: [
    { query: promql`max by (${labels(durationQuantiles, 'service')}) (${durationQuantiles({ quantile: '0.99', ...shown })})`, legend: '{{service}}' },
    httpExemplars,
  ],
  fields: [exemplarStyle],
  links: [toDashboard('resource-util', byService), ...signals.service],
});

/** Which service, and since when. */
export const services = row('Services', serviceState, requestRate, serverErrors, latency, budgets, burn);
