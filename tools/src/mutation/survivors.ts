import type { Survivor } from './tally.ts';

const joined = 'the selector on the other side of the operator has the matcher too, and samples are joined by all of their labels: only all of them together decide, and that mutant is caught';
const idle = 'without traffic 0/0 is NaN instead of nothing, and NaN exceeds no threshold: the guard keeps recordings and panels clean';
const prefilter = 'the label filter behind it decides; the line filter spares the parser the other lines';

/** A matcher that burn-rate alerts of one service have in all four selectors. */
function burnMatchers(alert: string, service: string): readonly Survivor[] {
  return ['', ' (2)', ' (3)', ' (4)'].map((place) => ({ mutant: `${alert}: matcher: service="${service}" is dropped${place}`, reason: joined }));
}

/** The mutants that no case notices, each with the reason why none can. One that a case notices must not stand here. */
export const survivors: readonly Survivor[] = [
  ...burnMatchers('DashboardErrorBudgetBurnFast', 'budapp'),
  ...burnMatchers('DashboardErrorBudgetBurnSlow', 'budapp'),
  ...burnMatchers('GatewayErrorBudgetBurnFast', 'budgateway'),
  ...burnMatchers('GatewayErrorBudgetBurnSlow', 'budgateway'),
  { mutant: 'job:up:ratio: matcher: job=~"bud.*" is dropped', reason: joined },
  { mutant: 'job:up:ratio: matcher: job=~"bud.*" is dropped (2)', reason: joined },
  { mutant: 'ErrorLogBurst: matcher: app=~"bud.*" is dropped', reason: joined },
  { mutant: 'ErrorLogBurst: matcher: app=~"bud.*" is dropped (2)', reason: joined },
  { mutant: 'AlertNotificationsFailing: threshold: 0 becomes -1', reason: idle },
  { mutant: 'MimirRulerMissedEvaluations: threshold: 0 becomes -1', reason: idle },
  { mutant: 'LoginFailureBurst: filter: |= "login_failed" is dropped', reason: prefilter },
  { mutant: 'LoginFailureSingleAccount: filter: |= "login_failed" is dropped', reason: prefilter },
  { mutant: 'LoginFailureSingleAccount: threshold: 0 becomes -1', reason: 'a count of nothing is nothing, and never 0' },
  { mutant: 'MimirCompactionFailing: threshold: 1.5 becomes 1.125', reason: 'runs are whole numbers: one is below each of the thresholds, two are above' },
  { mutant: 'MimirCompactionFailing: threshold: 1.5 becomes 1.875', reason: 'runs are whole numbers: one is below each of the thresholds, two are above' },
  { mutant: 'DatabaseConnectionFailure: hold: for: 1m becomes 30s', reason: 'the cases are evaluated once a minute, and a hold of 30 s lasts one evaluation as well' },
  { mutant: 'TraceExportFailing: rate: rate() is deleted (4)', reason: 'it stands behind `0 *`: only that there is a series counts' },
];
