import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { type Alert, alerts, receiversOf, rulesOf } from '@bud-o11y/alerts';
import { environmentNamed, type ReceiverName } from '@bud-o11y/model';
import { type Incident, evaluated, heartbeat, inhibited, posted, signals } from '../live/incidents.ts';
import { type Notification, opensPanel, tellsOf } from '../live/notification.ts';
import { asPosted, inhibitedAlerts, postAlerts } from '../live/posted.ts';
import { holdsWithin } from '../live/program.ts';
import { always, notNow } from '../live/redirect.ts';
import { type Delivery, type Evaluation, startDelivery, startEvaluation } from '../live/stage.ts';
import { describeWithPrograms } from '../programs/for-specs.ts';

const environment = environmentNamed('production');
const factor = 100;
/** When things are done, counted from the first evaluation. The last to arrive is a P3 that holds for an hour and waits for its digest: 46 s. */
const seconds = { posted: 6, symptoms: 20, end: 80 } as const;

const arriving = [...evaluated, ...posted];
const nameOf = ({ alert, labels }: Incident): string => `${alert.id} ${Object.values(labels).join(' ')}`.trim();
const receiversFor = ({ alert, labels }: Incident): readonly ReceiverName[] => {
  const [rule] = rulesOf(alert, environment);
  return receiversOf({ ...labels, ...rule?.data.labels, alertname: alert.id }, environment);
};
const kindOf = ({ severity, team }: Alert): string => `${severity} ${team}`;
const table = (incidents: readonly Incident[]) => incidents.map((incident) => ({ name: nameOf(incident), incident }));

it('shows every severity and team that alerts have', () => {
  const shown = new Set([...arriving, heartbeat].map(({ alert }) => kindOf(alert)));
  expect([...new Set(alerts.map(kindOf))].filter((kind) => !shown.has(kind))).toEqual([]);
});

describeWithPrograms(['prometheus', 'alertmanager'], 'from series to receivers, with real programs', ({ prometheus, alertmanager }) => {
  let folder = '';
  let day: Delivery;
  let night: Delivery;
  let evaluation: Evaluation;
  let heldBack: readonly Readonly<Record<string, string>>[] = [];
  const all = ({ http, mail }: Delivery): readonly Notification[] => [...http.received, ...mail.received];
  const about = (delivery: Delivery, incident: Incident, status: Notification['status'], receiver?: ReceiverName) =>
    all(delivery).filter((notification) => notification.status === status && (receiver === undefined || notification.receiver === receiver) && tellsOf(notification, incident, environment));

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'live-'));
    const setting = { environment, factor, folder };
    day = await startDelivery(setting, alertmanager, 'day', always);
    night = await startDelivery(setting, alertmanager, 'night', notNow(new Date()));
    let start = Date.now();
    const elapsed = (): number => (Date.now() - start) / 1_000;
    evaluation = await startEvaluation(setting, prometheus, signals, elapsed, [day, night]);
    start = Date.now();
    const until = (second: number): Promise<unknown> => sleep(Math.max(0, second - elapsed()) * 1_000);
    const post = (incidents: readonly Incident[], endsAt: Date) => Promise.all([day, night].map(({ alertmanager: { url } }) => postAlerts(url, incidents.map((incident) => asPosted(incident, environment, { startsAt: new Date(start), endsAt })))));
    const later = new Date(start + 600_000);

    await until(seconds.posted);
    await post([...posted, ...inhibited.posted], later);
    await postAlerts(day.alertmanager.url, [{ labels: { alertname: 'Unheard', severity: 'unheard-of' }, annotations: { summary: 'nobody decided who gets this' }, endsAt: later.toISOString() }]);
    await until(seconds.symptoms);
    await holdsWithin(2_000, async () => {
      heldBack = await inhibitedAlerts(day.alertmanager.url);
      return heldBack.some(({ alertname, cluster }) => alertname === 'GPUSaturated' && cluster === 'gpu-a');
    });
    await post(inhibited.posted, new Date());
    const ending = posted.filter((incident) => Number.isFinite(incident.until));
    await until(Math.max(...ending.map((incident) => incident.until)));
    await post(ending, new Date());
    const slowest = evaluated.filter((incident) => incident.alert.severity === 'info');
    await holdsWithin(seconds.end * 1_000 - (Date.now() - start), () => slowest.every((incident) => about(day, incident, 'firing').length > 0));
    // Whatever would arrive twice, or where it should not, gets the time to do so.
    await sleep(2_000);
  }, 150_000);

  afterAll(async () => {
    for (const part of [evaluation, day, night]) await (part as { close(): Promise<void> } | undefined)?.close();
    await rm(folder, { recursive: true });
  }, 30_000);

  it.each(table(arriving))('$name arrives once at each of its receivers and nowhere else, with summary, runbook and panel', ({ incident }) => {
    const arrived = about(day, incident, 'firing');
    expect(arrived.map(({ receiver }) => receiver).toSorted()).toEqual([...receiversFor(incident)].toSorted());
    for (const notification of arrived) expect(opensPanel(notification, incident, environment)).toBe(true);
  });

  it.each(table(arriving.filter(({ until }) => Number.isFinite(until))))('$name says so when it is over', ({ incident }) => {
    expect(about(day, incident, 'resolved').map(({ receiver }) => receiver).toSorted()).toEqual([...receiversFor(incident)].toSorted());
  });

  it.each(table([...inhibited.evaluated, ...inhibited.posted]))('$name fires and reaches nobody, since its cause does', ({ incident }) => {
    expect(heldBack).toContainEqual(expect.objectContaining({ alertname: incident.alert.id, ...incident.labels }));
    for (const delivery of [day, night]) expect(about(delivery, incident, 'firing')).toEqual([]);
  });

  it.each(table(arriving.filter(({ alert }) => alert.severity === 'info')))('$name waits for the office outside of its hours', ({ incident }) => {
    expect(about(night, incident, 'firing')).toEqual([]);
  });

  it.each(table(arriving.filter(({ alert }) => alert.severity !== 'info')))('$name does not wait for the office', ({ incident }) => {
    expect(about(night, incident, 'firing')).toHaveLength(receiversFor(incident).length);
  });

  it('calls the heartbeat again and again, and never says that it is over', () => {
    const calls = about(day, heartbeat, 'firing');
    expect(new Set(calls.map(({ receiver }) => receiver))).toEqual(new Set(['deadmansswitch']));
    expect(calls.length).toBeGreaterThan(20);
    expect(about(day, heartbeat, 'resolved')).toEqual([]);
  });

  it('mails what nobody decided about', () => {
    expect(day.mail.received).toHaveLength(1);
    expect(day.mail.received[0]?.text).toContain('nobody decided who gets this');
    expect(night.mail.received).toEqual([]);
  });

  it('tells of nothing else but the budgets of the endpoint that fails', () => {
    const known = [...arriving, heartbeat];
    const others = all(day).filter((notification) => notification.receiver !== 'default' && notification.status === 'firing' && !known.some((incident) => tellsOf(notification, incident, environment)));
    const expected = alerts.filter(({ area, id }) => area === 'slo' && id.startsWith('InferenceErrorBudget')).map((alert): Incident => ({ alert, labels: { endpoint: 'chat', slo: 'inference-availability' }, until: 0 }));
    expect(others.filter((notification) => !expected.some((incident) => tellsOf(notification, incident, environment))).map(({ text }) => text)).toEqual([]);
  });
});
