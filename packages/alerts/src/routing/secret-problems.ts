import { type Environment, type Problem, secretFiles } from '@bud-o11y/model';
import type { ReceiverConfig } from './receivers.ts';

type Settings = Readonly<Record<string, unknown>>;

/** The key of each integration that holds its secret; e-mail takes it from the global settings. */
const secretKeys: Readonly<Record<string, string>> = { pagerduty_configs: 'routing_key_file', slack_configs: 'api_url_file', webhook_configs: 'url_file' };

/** Keys under which Alertmanager takes a secret as it is written, at whatever depth. */
const inline: ReadonlySet<string> = new Set([
  'api_key', 'api_secret', 'api_url', 'auth_password', 'auth_secret', 'bearer_token', 'bot_token', 'client_secret', 'credentials', 'password', 'routing_key', 'secret_key', 'service_key',
  'slack_api_url', 'smtp_auth_password', 'smtp_auth_secret', 'token', 'url', 'user_key', 'webhook_url',
]);

/** Receivers that would notify without their secret, with one that no environment mounts, or with one that everybody can read. */
export function receiverProblems(configs: readonly ReceiverConfig[], environment: Environment): readonly Problem[] {
  return configs.flatMap((config) => {
    const owner = `receiver ${String(config['name'])}`;
    const lacking = Object.entries(secretKeys).flatMap(([integration, key]) => entriesOf(config, integration).flatMap((entry) => fileFaults(owner, entry, key, environment)));
    return [...lacking, ...inlineFaults(owner, config)].map(({ what, fix }) => problem('receivers.ts', String(config['name']), what, fix));
  });
}

/** The same of the global settings, from which e-mail takes its secret. */
export function mailProblems(global: Settings, configs: readonly ReceiverConfig[], environment: Environment): readonly Problem[] {
  const sendsMail = configs.some((config) => entriesOf(config, 'email_configs').length > 0);
  const lacking = sendsMail ? fileFaults('the mail of the global settings', global, 'smtp_auth_password_file', environment) : [];
  return [...lacking, ...inlineFaults('the global settings', global)].map(({ what, fix }) => problem('alertmanager.ts', 'global', what, fix));
}

type Fault = Pick<Problem, 'what' | 'fix'>;

function fileFaults(owner: string, entry: Settings, key: string, environment: Environment): readonly Fault[] {
  const known = Object.values(secretFiles).map((file) => `${environment.receivers.secretsDirectory}/${file}`);
  if (known.includes(String(entry[key]))) return [];
  const what = entry[key] === undefined ? `${owner} has no ${key}` : `${owner} reads its secret from ${String(entry[key])}, which is not mounted`;
  return [{ what, fix: 'take the file by secretPath from secretFiles (packages/model/src/names/receivers.ts)' }];
}

function inlineFaults(owner: string, value: unknown): readonly Fault[] {
  if (value === null || typeof value !== 'object') return [];
  return Object.entries(value).flatMap(([key, inner]) => (inline.has(key) && typeof inner === 'string' ? [{ what: `${owner} has its ${key} written out`, fix: `use ${key}_file: the file is mounted from a Secret` }] : inlineFaults(owner, inner)));
}

function entriesOf(config: ReceiverConfig, integration: string): readonly Settings[] {
  return Array.isArray(config[integration]) ? (config[integration] as readonly Settings[]) : [];
}

function problem(file: string, path: string, what: string, fix: string): Problem {
  return {
    code: 'alerts-receiver-secret',
    severity: 'error',
    where: { file: `packages/alerts/src/routing/${file}`, path },
    what,
    why: 'Alertmanager does not start, or notifies nobody; and what is written out stands in the history of the repository for ever',
    fix,
  };
}
