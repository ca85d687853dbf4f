import { strip } from '../../dashboard.ts';
import { levels } from '../../levels.ts';
import { toDashboard, toExplore } from '../../links.ts';
import { stat } from '../../panels/stat.ts';
import { failedLogins } from '../../queries/logs.ts';
import { accountsUnderAttack, activeUsers, auditEvents, failedLoginCount, failedShare, logins } from '../../queries/audit-logs.ts';

const size = [4, 4] as const;
/** Loki counts over the time shown at once: a curve would ask for that count at every step. */
const sparkline = false;

const successful = stat({
  id: 1,
  title: 'Successful logins',
  description: 'Logins that succeeded over the time shown, of the users that are chosen.',
  size, unit: 'count', noValue: '0', sparkline,
  targets: [{ query: logins, legend: 'logins' }],
  links: [toDashboard('audit-activity', { panel: 'failedLogins', title: 'Over time' })],
});

const failed = stat({
  id: 2,
  title: 'Failed logins',
  description: 'Over the time shown; colours are for a day.',
  size, unit: 'count', noValue: '0', sparkline, thresholds: levels.failedLogins,
  targets: [{ query: failedLoginCount, legend: 'failed' }],
  links: [toExplore('Failed logins', failedLogins), toDashboard('audit-activity', { panel: 'failedLogins', title: 'Over time' })],
});

const share = stat({
  id: 3,
  title: 'Failure ratio',
  description: 'Share of logins that fail. People mistype; programs that guess fail nearly always.',
  size, unit: 'ratio', sparkline, thresholds: levels.failedLoginShare,
  targets: [{ query: failedShare, legend: 'failed' }],
  links: [toDashboard('audit-activity', { panel: 'failedLogins', title: 'Over time' })],
});

const users = stat({
  id: 4,
  title: 'Active users',
  description: 'Users with at least one event over the time shown. Only their number leaves Loki.',
  size, unit: 'count', noValue: '0', sparkline,
  targets: [{ query: activeUsers, legend: 'users' }],
  links: [toDashboard('platform-overview')],
});

const attacked = stat({
  id: 5,
  title: 'Accounts under attack',
  description: 'Accounts with more failed logins in the last 10 minutes than LoginFailureSingleAccount allows.',
  size, unit: 'count', noValue: '0', sparkline, thresholds: levels.anyFails,
  targets: [{ query: accountsUnderAttack, language: 'logql', legend: 'accounts' }],
  links: [toDashboard('audit-activity', { panel: 'accountsWithMostFailures', title: 'Which accounts' })],
});

const gap = stat({
  id: 6,
  title: 'Audit events (15m)',
  description: 'Of all users and services, whatever is chosen above. None in a quarter of an hour means that the trail is broken, not that nobody works.',
  size, unit: 'count', sparkline, thresholds: levels.alive, mappings: [{ value: 0, text: 'NO AUDIT EVENTS', colour: 'critical' }],
  targets: [{ query: auditEvents, legend: 'events' }],
  links: [toDashboard('platform-overview')],
});

/** Is anyone trying to get in, and would we see it? */
export const suspicion = strip(successful, failed, share, users, attacked, gap);
