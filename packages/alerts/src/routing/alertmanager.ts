import { type AlertmanagerArtifact, type Environment, type ReceiverName, makeArtifact, receivers } from '@bud-o11y/model';
import type { Alert } from '../alert.ts';
import { misexported } from '../list.ts';
import { misnamed } from '../problems.ts';
import { type Inhibition, inhibitions } from './inhibitions.ts';
import { alertIs, matcherText, serviceIs } from './matchers.ts';
import { inhibitionProblems, routeProblems } from './problems.ts';
import { receiverConfig, secretPath } from './receivers.ts';
import { type Route, rootRoute, routes } from './routes.ts';
import { mailProblems, receiverProblems } from './secret-problems.ts';
import { timeIntervals } from './time-intervals.ts';

/**
 * Alertmanager's whole configuration for one environment: document 6.4 in current syntax, without one secret value. An alert
 * of a group, severity, team or service that does not exist is in no rule file, so it is told here. Pure.
 */
export function renderAlertmanager(environment: Environment, alerts: readonly Alert[]): AlertmanagerArtifact {
  const tree = routes(environment);
  const used = new Set<string>([rootRoute.receiver, ...tree.map(({ receiver }) => receiver)]);
  const names = (Object.keys(receivers) as readonly ReceiverName[]).filter((name) => used.has(name));
  const configs = names.map((name) => receiverConfig(name, environment));
  const global = globalSettings(environment);
  return makeArtifact({
    kind: 'alertmanager',
    project: 'alerts',
    environment: environment.name,
    name: 'alertmanager',
    path: `alerts/${environment.name}/alertmanager/alertmanager.yaml`,
    source: 'packages/alerts/src/routing/routes.ts',
    data: {
      global,
      route: { ...routeSettings(rootRoute), routes: tree.map((route) => ({ ...routeSettings(route), matchers: route.matchers.map(matcherText), ...(route.isCopy ? { continue: true } : {}) })) },
      time_intervals: timeIntervals(environment),
      inhibit_rules: inhibitions.map(inhibitRule),
      receivers: configs,
    },
    problems: [...misexported, ...alerts.flatMap(misnamed), ...inhibitionProblems(inhibitions, environment), ...receiverProblems(configs, environment), ...mailProblems(global, configs, environment), ...routeProblems([rootRoute, ...tree])],
  });
}

function globalSettings(environment: Environment): Readonly<Record<string, unknown>> {
  const { email } = environment.receivers;
  return {
    resolve_timeout: '5m',
    smtp_from: email.from,
    smtp_smarthost: email.smarthost,
    smtp_auth_username: email.username,
    smtp_auth_password_file: secretPath('smtpPassword', environment),
    // A mail sink on one's own machine speaks no TLS; a real relay must.
    smtp_require_tls: environment.target.kind === 'kubernetes',
  };
}

function routeSettings(route: Omit<Route, 'matchers'>): Readonly<Record<string, unknown>> {
  const settings = {
    receiver: route.receiver,
    group_by: route.groupBy,
    group_wait: route.groupWait,
    group_interval: route.groupInterval,
    repeat_interval: route.repeatInterval,
    active_time_intervals: route.activeDuring,
  };
  return Object.fromEntries(Object.entries(settings).filter(([, value]) => value !== undefined));
}

function inhibitRule({ cause, causeService, symptoms, equal, services }: Inhibition): Readonly<Record<string, unknown>> {
  return {
    source_matchers: [alertIs(cause), ...(causeService === undefined ? [] : [serviceIs(causeService)])].map(matcherText),
    target_matchers: [alertIs(...symptoms), ...(services === undefined ? [] : [serviceIs(...services)])].map(matcherText),
    equal: ['k8s_cluster', ...equal],
  };
}
