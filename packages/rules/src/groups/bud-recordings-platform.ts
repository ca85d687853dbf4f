import { keep, labels, matching, metrics, ownJobs, promql } from '@bud-o11y/model';
import { record, recordBy } from '../recording.ts';
import { recordingGroup } from '../group.ts';

const { containerLimits, httpRequestDuration, httpRequests, nodeMemoryTotal, processCpu, processMemory, up } = metrics;
const own = { job: matching(ownJobs) };

/** `namespace` stays in every platform level, so that the dashboards' $namespace works on recorded series. */
export const httpRates = record({
  name: 'namespace_service_status:http_requests:rate5m', unit: 'requests/s', help: 'HTTP requests by status',
  keeps: keep(httpRequests, 'namespace', 'service', 'status'),
  expr: promql`sum by (${labels(httpRequests, 'namespace', 'service', 'status')}) (rate(${httpRequests}[5m]))`,
});

export const serviceRequests = record({
  name: 'namespace_service:http_requests:rate5m', unit: 'requests/s', help: 'HTTP requests',
  keeps: keep(httpRates, 'namespace', 'service'),
  expr: promql`sum by (${labels(httpRates, 'namespace', 'service')}) (${httpRates})`,
});

export const serviceErrors = record({
  name: 'namespace_service:http_errors:rate5m', unit: 'requests/s', help: 'HTTP requests that end in 5xx, 0 when there are none',
  keeps: keep(httpRates, 'namespace', 'service'),
  expr: promql`
    sum by (${labels(httpRates, 'namespace', 'service')}) (${httpRates({ status: matching('5..') })})
    or
    0 * ${serviceRequests}
  `,
});

/** Services without traffic are dropped: 0/0 would be NaN. */
export const serviceErrorRatio = record({
  name: 'namespace_service:http_errors:ratio_rate5m', unit: 'ratio', help: 'share of HTTP requests that end in 5xx',
  keeps: keep(serviceRequests, 'namespace', 'service'),
  expr: promql`${serviceErrors} / (${serviceRequests} > 0)`,
});

export const durationBuckets = record({
  name: 'namespace_service_le:http_request_duration_seconds_bucket:rate5m', unit: 'requests/s', help: 'HTTP latency distribution',
  keeps: keep(httpRequestDuration.bucket, 'namespace', 'service', 'le'),
  expr: promql`sum by (${labels(httpRequestDuration.bucket, 'namespace', 'service', 'le')}) (rate(${httpRequestDuration.bucket}[5m]))`,
});

export const durationQuantiles = recordBy({
  name: 'namespace_service_quantile:http_request_duration_seconds:histogram_quantile5m', unit: 'seconds', help: 'HTTP latency quantile',
  keeps: keep(durationBuckets, 'namespace', 'service'),
  label: 'quantile',
  variants: { '0.99': promql`histogram_quantile(0.99, ${durationBuckets})`, '0.5': promql`histogram_quantile(0.5, ${durationBuckets})` },
});

export const upRatio = record({
  name: 'job:up:ratio', unit: 'ratio', help: 'share of a service\'s scrape targets that answer',
  keeps: keep(up, 'job'),
  expr: promql`sum by (${labels(up, 'job')}) (${up(own)}) / count by (${labels(up, 'job')}) (${up(own)})`,
});

export const podCpu = record({
  name: 'namespace_pod_service_node:process_cpu_seconds:rate5m', unit: 'cores', help: 'cores that a pod uses',
  keeps: keep(processCpu, 'namespace', 'pod', 'service', 'node'),
  expr: promql`sum by (${labels(processCpu, 'namespace', 'pod', 'service', 'node')}) (rate(${processCpu(own)}[5m]))`,
});

/** The limit of the container that is named after the service: a sidecar's room is not the service's. */
export const podCpuOfLimit = record({
  name: 'namespace_pod_service_node:process_cpu_limit:ratio_rate5m', unit: 'ratio', help: 'cores that a pod uses, as a share of its limit',
  keeps: keep(podCpu, 'namespace', 'pod', 'service', 'node'),
  expr: promql`
    ${podCpu}
    / on (${labels(podCpu, 'namespace', 'pod')}) group_left ()
    (sum by (${labels(containerLimits, 'namespace', 'pod')}) (${containerLimits({ resource: 'cpu', container: matching(ownJobs) })}) > 0)
  `,
});

export const podMemory = record({
  name: 'namespace_pod_service_node:process_resident_memory_bytes:sum', unit: 'bytes', help: 'resident memory of a pod',
  keeps: keep(processMemory, 'namespace', 'pod', 'service', 'node'),
  expr: promql`sum by (${labels(processMemory, 'namespace', 'pod', 'service', 'node')}) (${processMemory(own)})`,
});

export const memoryOfNode = record({
  name: 'node_service:process_memory_node:ratio', unit: 'ratio', help: 'resident memory of a service on a node, as a share of the node\'s memory',
  keeps: keep(podMemory, 'node', 'service'),
  expr: promql`
    sum by (${labels(podMemory, 'node', 'service')}) (${podMemory})
    / on (${labels(podMemory, 'node')}) group_left ()
    max by (${labels(nodeMemoryTotal, 'node')}) (${nodeMemoryTotal})
  `,
});

export const budRecordingsPlatform = recordingGroup({
  name: 'bud-recordings-platform',
  evaluator: 'mimir',
  interval: '1m',
  reads: '5m',
  series: [httpRates, serviceRequests, serviceErrors, serviceErrorRatio, durationBuckets, durationQuantiles, upRatio, podCpu, podCpuOfLimit, podMemory, memoryOfNode],
});
