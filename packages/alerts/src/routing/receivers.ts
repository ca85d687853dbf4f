import { type Environment, type ReceiverName, receivers, secretFiles } from '@bud-o11y/model';
import { mailSubject, pageDetails, pageLinks, pageSummary, slackText, slackTitle } from './messages.ts';

/** A receiver in the shape that Alertmanager reads. */
export type ReceiverConfig = Readonly<Record<string, unknown>>;

/** One receiver as Alertmanager reads it. Every secret is the name of a file below the environment's secrets directory. */
export function receiverConfig(name: ReceiverName, environment: Environment): ReceiverConfig {
  return { name: receivers[name].name, ...integrations[name](environment) };
}

const integrations: Readonly<Record<ReceiverName, (environment: Environment) => ReceiverConfig>> = {
  default: ({ receivers: { email } }) => ({ email_configs: [{ to: email.to, send_resolved: true, headers: { Subject: mailSubject } }] }),
  'pagerduty-critical': (environment) => ({
    pagerduty_configs: [{
      routing_key_file: secretPath('pagerdutyKey', environment),
      severity: 'critical',
      description: pageSummary,
      client: 'Alertmanager',
      client_url: environment.grafanaUrl,
      links: pageLinks,
      details: pageDetails,
      send_resolved: true,
    }],
  }),
  'slack-warning': (environment) => slack(environment.receivers.slack.warning, true, environment),
  // A digest of the morning: that something of it went away over night is no news.
  'slack-info': (environment) => slack(environment.receivers.slack.info, false, environment),
  security: (environment) => slack(environment.receivers.slack.security, true, environment),
  'webhook-audit': (environment) => ({ webhook_configs: [{ url_file: secretPath('auditWebhookUrl', environment), send_resolved: true }] }),
  'deadmansswitch-mimir': (environment) => heartbeat('heartbeatUrlMimir', environment),
  'deadmansswitch-loki': (environment) => heartbeat('heartbeatUrlLoki', environment),
};

/** Who takes the calls pages by himself when they stop, so "resolved" must never reach him. One address per ruler: on a shared one, the ruler that lives would speak for the one that is dead. */
function heartbeat(address: 'heartbeatUrlMimir' | 'heartbeatUrlLoki', environment: Environment): ReceiverConfig {
  return { webhook_configs: [{ url_file: secretPath(address, environment), send_resolved: false }] };
}

function slack(channel: string, sendResolved: boolean, environment: Environment): ReceiverConfig {
  return {
    slack_configs: [{
      api_url_file: secretPath('slackUrl', environment), channel, send_resolved: sendResolved,
      title: slackTitle, title_link: environment.grafanaUrl, text: slackText(environment),
    }],
  };
}

/** Where a receiver finds its secret. */
export function secretPath(secret: keyof typeof secretFiles, environment: Environment): string {
  return `${environment.receivers.secretsDirectory}/${secretFiles[secret]}`;
}
