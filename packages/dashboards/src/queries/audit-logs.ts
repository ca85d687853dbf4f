import { loginFailureSingleAccount } from '@bud-o11y/alerts';
import { type Environment, type Query, eventIs, extract, field, fieldStartsWith, logEvents, logFields, logql, macros, matching, ownJobs, stream, variableMatch } from '@bud-o11y/model';
import { at, resolve } from '../panels/thresholds.ts';

const { event, message, tenantId, userId } = logFields;
const chosen = stream({ namespace: variableMatch('namespace'), app: variableMatch('service') });
const budapp = stream({ namespace: variableMatch('namespace'), app: 'budapp' });

/** Lines that name a user. `json` takes out three fields only: much cheaper than all of them. */
const trail = logql`${chosen} | json ${extract(event, userId, tenantId)} | __error__="" | ${field(userId)}!="" | ${fieldStartsWith(userId, 'user')}`;
const succeeded = logql`${budapp} |= "user_login" | json ${extract(event, userId)} | __error__="" | ${eventIs(logEvents.loginSucceeded)} | ${fieldStartsWith(userId, 'user')}`;
const failed = logql`${budapp} |= "login_failed" | json ${extract(event, userId)} | __error__="" | ${eventIs(logEvents.loginFailed)} | ${fieldStartsWith(userId, 'user')}`;

/** Logins over the time shown; no line at all means none. */
export const logins: Query = logql`sum(count_over_time(${succeeded} [${macros.range}])) or vector(0)`;
/** Refused logins over the time shown. */
export const failedLoginCount: Query = logql`sum(count_over_time(${failed} [${macros.range}])) or vector(0)`;

/** Share of logins that fail; empty without any login. */
export const failedShare: Query = logql`
  (sum(count_over_time(${failed} [${macros.range}])) or vector(0))
  /
  ((sum(count_over_time(${failed} [${macros.range}])) or vector(0)) + (sum(count_over_time(${succeeded} [${macros.range}])) or vector(0)))
`;

/** Logins per bar. */
export const loginBars: Query = logql`sum(count_over_time(${succeeded} [${macros.interval}]))`;
/** Refused logins per bar. */
export const failedLoginBars: Query = logql`sum(count_over_time(${failed} [${macros.interval}]))`;
/** Share of logins that fail, per bar; empty in a bar without a refused one. */
export const failedShareOverTime: Query = logql`
  sum(count_over_time(${failed} [${macros.interval}]))
  /
  (sum(count_over_time(${failed} [${macros.interval}])) + (sum(count_over_time(${succeeded} [${macros.interval}])) or vector(0)))
`;

/** The window of LoginFailureBurst, so that the line in the panel is the line of the alert. */
export const failedLoginBurst: Query = logql`sum(count_over_time(${failed} [5m]))`;

/** The outer count keeps user ids inside Loki. */
export const activeUsers: Query = logql`count(sum by (${field(userId)}) (count_over_time(${trail} [${macros.range}]))) or vector(0)`;

/** Accounts over what LoginFailureSingleAccount allows, in its own window. */
export function accountsUnderAttack(environment: Environment): Query {
  return logql`count(sum by (${field(userId)}) (count_over_time(${failed} [10m])) > ${resolve(at(loginFailureSingleAccount), environment)}) or vector(0)`;
}

const everybody = logql`${stream({ app: matching(ownJobs) })} | json ${extract(userId)} | __error__="" | ${field(userId)}!=""`;

/** Whether anything is audited at all: a quarter of an hour without one event is a broken pipeline. Of everybody: one user may well be quiet. */
export const auditEvents: Query = logql`sum(count_over_time(${everybody} [15m])) or vector(0)`;

/** Users by their number of events. */
export const usersByActivity: Query = logql`topk(20, sum by (${field(userId)}) (count_over_time(${trail} [${macros.range}])))`;
/** Accounts by their number of refused logins. */
export const usersByFailures: Query = logql`topk(20, sum by (${field(userId)}) (count_over_time(${failed} [${macros.range}])))`;
/** Tenants by their number of events. */
export const tenantsByActivity: Query = logql`topk(10, sum by (${field(tenantId)}) (count_over_time(${trail} [${macros.range}])))`;
/** Events per bar, by code. */
export const eventBars: Query = logql`topk(12, sum by (${field(event)}) (count_over_time(${trail} [${macros.interval}])))`;

/** What a reader of an audit looks for first: access, roles, deletions. */
export const auditLines: Query = logql`
  ${chosen} | json | __error__="" | ${field(userId)}!="" | ${fieldStartsWith(userId, 'user')} | ${field(event)}=~"user_.*|login_.*|role_.*|.*_deleted"
  | line_format "{{.${field(event)}}} user={{.${field(userId)}}} tenant={{.${field(tenantId)}}} {{.${field(message)}}}"
`;
