import type { Survivor } from './tally.ts';

const joined = 'the selector on the other side of the operator has the matcher too, and samples are joined by all of their labels: only all of them together decide, and that mutant is caught';
const idle = 'without traffic 0/0 is NaN instead of nothing, and NaN exceeds no threshold: the guard keeps recordings and panels clean';
const whole = 'what is counted is whole, and the threshold lies between two numbers or cannot be met to the last bit: an increase is extrapolated to its range';
const ageless = 'time stamps only grow: the greatest of a longer window is the same one';
const prefilter = 'the label filter behind it decides; the line filter spares the parser the other lines';

/** The mutants that no case notices, each with the reason why none can. One that a case notices must not stand here. */
export const survivors: readonly Survivor[] = [
  { mutant: 'job:up:ratio: matcher: job=~"bud.*" is dropped', reason: joined },
  { mutant: 'job:up:ratio: matcher: job=~"bud.*" is dropped (2)', reason: joined },
  { mutant: 'ErrorLogBurst: matcher: app=~"bud.*" is dropped', reason: joined },
  { mutant: 'ErrorLogBurst: matcher: app=~"bud.*" is dropped (2)', reason: joined },
  { mutant: 'ErrorLogBurst: matcher: app=~"bud.*" is dropped (4)', reason: joined },
  { mutant: 'ErrorLogBurst: threshold: 0.02 becomes 0.025 (2)', reason: 'between the two, more than 0.1 lines/s are more than three times as many anyway' },
  { mutant: 'AlertNotificationsFailing: threshold: 1.5 becomes 1.125', reason: whole },
  { mutant: 'AlertNotificationsFailing: threshold: 1.5 becomes 1.875', reason: whole },
  { mutant: 'AlertNotificationsFailing: edge: > becomes >= (3)', reason: whole },
  { mutant: 'LokiRetentionStale: threshold: 0 becomes 1', reason: 'it tells 0 from a time stamp, and none is of the first second of 1970' },
  { mutant: 'PrometheusReplicaBehind: window: [5m] becomes [50m]', reason: ageless },
  { mutant: 'PrometheusReplicaBehind: window: [5m] becomes [50m] (2)', reason: ageless },
  { mutant: 'AlertNotificationsFailing: threshold: 0 becomes -1', reason: idle },
  { mutant: 'MimirRulerMissedEvaluations: threshold: 0 becomes -1', reason: idle },
  { mutant: 'AlertNotificationsFailing: edge: > becomes >= (2)', reason: idle },
  { mutant: 'MimirRulerMissedEvaluations: edge: > becomes >= (2)', reason: idle },
  { mutant: 'LoginFailureBurst: filter: |= "login_failed" is dropped', reason: prefilter },
  { mutant: 'LoginFailureSingleAccount: filter: |= "login_failed" is dropped', reason: prefilter },
  { mutant: 'LoginFailureSingleAccount: threshold: 0 becomes -1', reason: 'a count of nothing is nothing, and never 0' },
  { mutant: 'LoginFailureSingleAccount: edge: > becomes >= (2)', reason: 'a count of nothing is nothing, and never 0' },
  { mutant: 'ErrorLogBurst: edge: > becomes >=', reason: 'after ten minutes the burst is in the hour before as well, so that both sides are equal for less long than the alert holds' },
  { mutant: 'MimirCompactionFailing: edge: > becomes >=', reason: whole },
  { mutant: 'PodCrashLooping: edge: > becomes >=', reason: whole },
  { mutant: 'TempoCompactionFailing: edge: > becomes >=', reason: whole },
  { mutant: 'PrometheusRemoteWriteBehind: window: [5m] becomes [50m]', reason: ageless },
  { mutant: 'PrometheusRemoteWriteBehind: window: [5m] becomes [50m] (2)', reason: ageless },
  { mutant: 'MimirCompactionFailing: threshold: 1.5 becomes 1.125', reason: whole },
  { mutant: 'MimirCompactionFailing: threshold: 1.5 becomes 1.875', reason: whole },
  { mutant: 'DatabaseConnectionFailure: hold: for: 1m becomes 30s', reason: 'the cases are evaluated once a minute, and a hold of 30 s lasts one evaluation as well' },
];
