import {
  alertNotificationsFailing, certificateExpiring, clusterUnhealthy, databaseConnectionFailure, gPUCapacityExhausted, gPUSaturated, gPUUnderutilized, highCPU, highErrorRate,
  highLatency, highMemory, inferenceErrorBudgetLow, lokiRetentionStale, loginFailureBurst, mimirCompactionFailing, mimirSeriesHigh, mimirSeriesNearLimit, prometheusRemoteWriteBehind,
  podCrashLooping, queueBacklog, serviceDegraded, tempoCompactionFailing, traceExportFailing,
} from '@bud-o11y/alerts';
import { burns, inferenceAvailability, inferenceLatency } from '@bud-o11y/rules';
import { watch } from './levels-without-alert.ts';
import { type Bound, type Thresholds, at, complement, falling, ofLimit, resolve, rising, share } from './panels/thresholds.ts';

/** The smallest whole value at which an alert on `== n` is silent. */
function above(bound: Bound): Bound {
  return (environment) => resolve(bound, environment) + 1;
}

/** Any value above nothing. */
const something = 0.000001;

/** How good or bad a value is, by what it measures: an alert's own number wherever one stands on the series. */
export const levels = {
  success: falling({ warning: inferenceAvailability.objective, critical: complement(at(highErrorRate)) }),
  errors: rising({ warning: inferenceAvailability.budget, critical: at(highErrorRate) }),
  latency: rising({ warning: watch.latencySeconds, critical: at(highLatency) }),
  median: rising({ warning: watch.medianSeconds }),
  /** Share of requests slower than the objective allows. */
  slowShare: rising({ critical: inferenceLatency.budget }),
  budget: falling({ warning: at(inferenceErrorBudgetLow), critical: 0 }),
  burn: rising({ warning: burns.ticket[0].factor, critical: burns.page[0].factor }),
  /** All four paces at which a burn-rate alert fires, for charts of several windows. */
  burnPaces: [
    { from: null, colour: 'good' },
    ...burns.ticket.map(({ factor }) => ({ from: factor, colour: 'warning' }) as const).toReversed(),
    ...burns.page.map(({ factor }) => ({ from: factor, colour: 'critical' }) as const).toReversed(),
  ],
  exhaustion: falling({ warning: watch.exhaustionSeconds, critical: watch.exhaustionSecondsLow }),
  queue: rising({ warning: share(watch.queueShare, at(queueBacklog)), critical: at(queueBacklog) }),
  serverErrors: rising({ warning: watch.serverErrorRatio, critical: watch.serverErrorRatioHigh }),
  cpu: rising({ warning: watch.cpuRatio, critical: at(highCPU) }),
  memory: rising({ warning: watch.memoryRatio, critical: at(highMemory) }),
  restarts: rising({ warning: 1, critical: watch.restarts }),
  crashLoops: rising({ warning: 1, critical: at(podCrashLooping) }),
  database: falling({ critical: above(at(databaseConnectionFailure)) }),
  /** Share of replicas: all is good, none is an outage. */
  replicas: falling({ warning: at(serviceDegraded), critical: something }),
  ready: falling({ critical: at(clusterUnhealthy) }),
  /** Idle GPUs cost money; busy ones leave no room. */
  gpu: [
    { from: null, colour: 'idle' },
    { from: at(gPUUnderutilized), colour: 'good' },
    { from: watch.gpuRatio, colour: 'warning' },
    { from: at(gPUSaturated), colour: 'critical' },
  ],
  freeGpus: falling({ warning: watch.freeGpus, critical: above(at(gPUCapacityExhausted)) }),
  failedLogins: rising({ warning: watch.failedLogins, critical: watch.failedLoginsHigh }),
  failedLoginBurst: rising({ critical: at(loginFailureBurst) }),
  failedLoginShare: rising({ warning: watch.failedLoginShare, critical: watch.failedLoginShareHigh }),
  limit: rising({
    warning: ofLimit(at(mimirSeriesHigh), ({ limits }) => limits.mimir.maxGlobalSeriesPerUser),
    critical: ofLimit(at(mimirSeriesNearLimit), ({ limits }) => limits.mimir.maxGlobalSeriesPerUser),
  }),
  lostOnTheWay: rising({ critical: at(traceExportFailing) }),
  behind: rising({ critical: at(prometheusRemoteWriteBehind) }),
  certificates: falling({ warning: at(certificateExpiring), critical: 2 * 86_400 }),
  jobAge: rising({ warning: share(watch.jobAgeShare, at(lokiRetentionStale)), critical: at(lokiRetentionStale) }),
  mimirCompaction: rising({ warning: at(mimirCompactionFailing) }),
  tempoCompaction: rising({ warning: at(tempoCompactionFailing) }),
  notifications: rising({ critical: at(alertNotificationsFailing) }),
  cache: rising({ warning: watch.cacheRatio, critical: watch.cacheRatioHigh }),
  temperature: rising({ warning: watch.gpuCelsius, critical: watch.gpuCelsiusHigh }),
  /** One or more, or something is dead. */
  alive: falling({ critical: 1 }),
  anyWarns: rising({ warning: 1 }),
  anyFails: rising({ critical: 1 }),
  never: rising({ critical: something }),
} as const satisfies Readonly<Record<string, Thresholds>>;
