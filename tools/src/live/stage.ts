import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { renderAlerts } from '@bud-o11y/alerts';
import { type Environment, type ReceiverName, secretFiles, yamlText } from '@bud-o11y/model';
import { renderRules } from '@bud-o11y/rules';
import { type Exposition, type Healed, type Signal, startExposition } from './exposition.ts';
import { freePort } from './free-port.ts';
import { type HttpSink, startHttpSink } from './http-sink.ts';
import { type Program, holdsWithin, patienceMs, startProgram } from './program.ts';
import { redirected } from './redirect.ts';
import { scaledDuration, scaledGroup, scaledRouting } from './scale.ts';
import { type SmtpSink, startSmtpSink } from './smtp-sink.ts';

/** What every part of the live test needs: the environment, how much faster than in earnest, and a folder to write in. */
export interface Setting {
  readonly environment: Environment;
  readonly factor: number;
  readonly folder: string;
}

/** An Alertmanager whose receivers are all on this machine. */
export interface Delivery {
  readonly alertmanager: Program;
  readonly http: HttpSink;
  readonly mail: SmtpSink;
  close(): Promise<void>;
}

/** Starts Alertmanager on the generated routing: as fast as the setting says, the office hours given. */
export async function startDelivery({ environment, factor, folder }: Setting, path: string, name: string, officeHours: readonly unknown[]): Promise<Delivery> {
  const { receivers } = environment;
  const channels: Readonly<Record<string, ReceiverName>> = { [receivers.slack.warning]: 'slack-warning', [receivers.slack.info]: 'slack-info', [receivers.slack.security]: 'security' };
  const [http, mail, port] = [await startHttpSink(channels), await startSmtpSink(), await freePort()];
  const own = join(folder, name);
  await mkdir(own);
  const secrets: Readonly<Record<keyof typeof secretFiles, string>> = { pagerdutyKey: 'of-no-use', slackUrl: `${http.url}/slack`, smtpPassword: 'of-no-use', auditWebhookUrl: `${http.url}/audit`, heartbeatUrlMimir: `${http.url}/heartbeat-mimir`, heartbeatUrlLoki: `${http.url}/heartbeat-loki` };
  for (const [secret, value] of Object.entries(secrets)) await writeFile(join(own, secretFiles[secret as keyof typeof secretFiles]), value);
  const generated = renderAlerts(environment).find(({ kind }) => kind === 'alertmanager')?.data;
  const config = redirected(scaledRouting(generated, factor) as Readonly<Record<string, unknown>>, { sink: http.url, smarthost: mail.address, secrets: { from: receivers.secretsDirectory, to: own }, officeHours });
  await writeFile(join(own, 'alertmanager.yaml'), yamlText(config));
  const address = `127.0.0.1:${port}`;
  const closeSinks = async (): Promise<void> => {
    await Promise.all([http.close(), mail.close()]);
  };
  const alertmanager = await startProgram({
    path, cwd: own, url: `http://${address}`,
    args: ['--config.file=alertmanager.yaml', '--storage.path=data', `--web.listen-address=${address}`, '--cluster.listen-address='],
  }).catch(async (error: unknown) => {
    await closeSinks();
    throw error;
  });
  return {
    alertmanager, http, mail,
    close: async () => {
      await alertmanager.stop();
      await closeSinks();
    },
  };
}

/** A Prometheus that evaluates the generated rules of Mimir and its own over synthetic series. */
export interface Evaluation {
  readonly prometheus: Program;
  readonly exposition: Exposition;
  close(): Promise<void>;
}

/**
 * Starts it, and lets its rules begin once the first samples are in: Prometheus takes 5 s to find its targets, which is
 * minutes to the rules. Alerts go to every given Alertmanager; `clock` is what the signals go by.
 */
export async function startEvaluation({ environment, factor, folder }: Setting, path: string, signals: readonly Signal[], clock: { readonly elapsed: () => number; readonly healed: Healed }, deliveries: readonly Delivery[]): Promise<Evaluation> {
  const exposition = await startExposition(signals, clock.elapsed, clock.healed);
  const own = join(folder, 'prometheus');
  await mkdir(own);
  const groups = [...renderRules(environment), ...renderAlerts(environment)].flatMap((artifact) => (artifact.kind === 'recording-rules' || artifact.kind === 'alert-rules') && artifact.evaluator !== 'loki' ? artifact.data.groups : []);
  for (const group of groups) await writeFile(join(own, `${group.name}.rules.yaml`), yamlText({ groups: [scaledGroup(group, factor)] }));
  const configure = (ruleFiles: readonly string[]): Promise<void> => writeFile(join(own, 'prometheus.yaml'), yamlText(configuration(factor, exposition, deliveries, ruleFiles)));
  await configure([]);
  const address = `127.0.0.1:${await freePort()}`;
  const prometheus = await startProgram({
    path, cwd: own, url: `http://${address}`,
    args: [
      '--config.file=prometheus.yaml', '--storage.tsdb.path=data', `--web.listen-address=${address}`, '--web.enable-lifecycle',
      `--query.lookback-delta=${scaledDuration('5m', factor)}`, // An alert that is not sent again counts as over after four of these: not because this machine was busy for a while.
      `--rules.alert.resend-delay=${scaledDuration('5m', factor)}`,
    ],
  }).catch(async (error: unknown) => {
    await exposition.close();
    throw error;
  });
  await holdsWithin(patienceMs, async () => (await (await fetch(`${prometheus.url}/api/v1/query?query=pg_up`)).text()).includes('"value"'));
  await configure(['*.rules.yaml']);
  const reloaded = await fetch(`${prometheus.url}/-/reload`, { method: 'POST' });
  if (!reloaded.ok) throw new Error(`Prometheus refuses the rules: ${await reloaded.text()}`);
  return {
    prometheus, exposition,
    close: async () => {
      await prometheus.stop();
      await exposition.close();
    },
  };
}

function configuration(factor: number, exposition: Exposition, deliveries: readonly Delivery[], ruleFiles: readonly string[]): Readonly<Record<string, unknown>> {
  // Four times the scaled interval, as it is the time-out as well: a scrape that fails ends every series, which is no subject of this test.
  const scrape = scaledDuration('1m', factor);
  return {
    global: { scrape_interval: scrape, scrape_timeout: scrape, evaluation_interval: scaledDuration('1m', factor) },
    rule_files: ruleFiles,
    alerting: { alertmanagers: deliveries.map(({ alertmanager }) => ({ static_configs: [{ targets: [new URL(alertmanager.url).host] }] })) },
    scrape_configs: [{ job_name: 'synthetic', honor_labels: true, static_configs: [{ targets: [exposition.target] }] }],
  };
}
