import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { type Alert, alerts, receiversOf, rulesOf } from '@bud-o11y/alerts';
import { environmentNamed, type ReceiverName } from '@bud-o11y/model';
import type { Healed } from '../live/exposition.ts';
import { type Incident, evaluated, heartbeat, inhibited, posted, signals } from '../live/incidents.ts';
import { type Notification, opensPanel, tellsOf } from '../live/notification.ts';
import { type FiringAlert, asPosted, firingAlerts, postAlerts } from '../live/posted.ts';
import { holdsWithin, patienceMs } from '../live/program.ts';
import { always, notNow } from '../live/redirect.ts';
import { type Delivery, type Evaluation, startDelivery, startEvaluation } from '../live/stage.ts';
import { describeWithPrograms } from '../programs/for-specs.ts';

const environment = environmentNamed('production');
/** Fast enough for a test, slow enough for a busy machine: a page is repeated after an hour, which is 72 s, and must be over by then. */
const factor = 50;
/** For the slowest to arrive: a P3 that holds for an hour and waits for its digest takes a minute and a half. */
const limitMs = 150_000;

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
  let heldBack: readonly FiringAlert[] = [];
  const all = ({ http, mail }: Delivery): readonly Notification[] => [...http.received, ...mail.received];
  const about = (delivery: Delivery, incident: Incident, status: Notification['status'], receiver?: ReceiverName) =>
    all(delivery).filter((notification) => notification.status === status && (receiver === undefined || notification.receiver === receiver) && tellsOf(notification, incident, environment));

  const hasArrived = (delivery: Delivery, incident: Incident, status: Notification['status']): boolean => receiversFor(incident).every((receiver) => about(delivery, incident, status, receiver).length > 0);
  const isAbout = ({ labels }: FiringAlert, incident: Incident): boolean => labels['alertname'] === incident.alert.id && Object.entries(incident.labels).every(([name, value]) => labels[name] === value);

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'live-'));
    const setting = { environment, factor, folder };
    day = await startDelivery(setting, alertmanager, 'day', always);
    night = await startDelivery(setting, alertmanager, 'night', notNow(new Date()));
    let start = Date.now();
    const healed: Healed = {};
    const elapsed = (): number => (Date.now() - start) / 1_000;
    evaluation = await startEvaluation(setting, prometheus, signals, { elapsed, healed }, [day, night]);
    start = Date.now();
    const urls = [day, night].map(({ alertmanager: { url } }) => url);
    const post = (incidents: readonly Incident[], endsAt: Date) => Promise.all(urls.map((url) => postAlerts(url, incidents.map((incident) => asPosted(incident, environment, { startsAt: new Date(start), endsAt })))));
    const everywhere = (question: (known: readonly FiringAlert[]) => boolean) => holdsWithin(patienceMs, async () => (await Promise.all(urls.map(firingAlerts))).every(question));
    const later = new Date(start + 600_000);

    // A symptom is held back only where its cause is known already.
    await everywhere((known) => known.some(({ labels }) => labels['alertname'] === 'DatabaseConnectionFailure'));
    await post([...posted, ...inhibited.posted], later);
    await postAlerts(day.alertmanager.url, [{ labels: { alertname: 'Unheard', severity: 'unheard-of' }, annotations: { summary: 'nobody decided who gets this' }, endsAt: later.toISOString() }]);

    const urgent = arriving.filter(({ alert }) => alert.severity !== 'info');
    await holdsWithin(patienceMs, () => [day, night].every((delivery) => urgent.every((incident) => hasArrived(delivery, incident, 'firing'))));
    const symptoms: readonly Incident[] = [...inhibited.evaluated, ...inhibited.posted];
    await everywhere((known) => symptoms.every((incident) => known.some((alert) => alert.isHeldBack && isAbout(alert, incident))));
    heldBack = (await firingAlerts(day.alertmanager.url)).filter(({ isHeldBack }) => isHeldBack);

    // A symptom ends before its cause: it would be notified once the cause is gone.
    healed.symptoms = elapsed();
    await post(inhibited.posted, new Date());
    await everywhere((known) => !symptoms.some((incident) => known.some((alert) => isAbout(alert, incident))));
    healed.causes = elapsed();
    const ending = arriving.filter(({ until }) => until !== 'never');
    await post(ending.filter((incident) => posted.includes(incident)), new Date());
    await holdsWithin(limitMs - (Date.now() - start), () => ending.every((incident) => hasArrived(day, incident, 'resolved')) && arriving.every((incident) => hasArrived(day, incident, 'firing')));
    // Whatever would arrive twice, or where it should not, gets the time to do so.
    await sleep(3_000);
  }, 230_000);

  afterAll(async () => {
    for (const part of [evaluation, day, night]) await (part as { close(): Promise<void> } | undefined)?.close();
    await rm(folder, { recursive: true });
  }, 30_000);

  it.each(table(arriving))('$name arrives once at each of its receivers and nowhere else, with summary, runbook and panel', ({ incident }) => {
    const arrived = about(day, incident, 'firing');
    expect(arrived.map(({ receiver }) => receiver).toSorted()).toEqual([...receiversFor(incident)].toSorted());
    for (const notification of arrived) expect(opensPanel(notification, incident, environment)).toBe(true);
  });

  it.each(table(arriving.filter(({ until }) => until !== 'never')))('$name says so when it is over', ({ incident }) => {
    expect(about(day, incident, 'resolved').map(({ receiver }) => receiver).toSorted()).toEqual([...receiversFor(incident)].toSorted());
  });

  it.each(table([...inhibited.evaluated, ...inhibited.posted]))('$name fires and reaches nobody, since its cause does', ({ incident }) => {
    expect(heldBack.map(({ labels }) => labels)).toContainEqual(expect.objectContaining({ alertname: incident.alert.id, ...incident.labels }));
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
    expect(new Set(calls.map(({ receiver }) => receiver))).toEqual(new Set(['deadmansswitch-mimir']));
    expect(calls.length).toBeGreaterThan(20);
    expect(about(day, heartbeat, 'resolved')).toEqual([]);
  });

  it('mails what nobody decided about', () => {
    const undecided = ({ mail }: Delivery): readonly string[] => mail.received.filter((notification) => !arriving.some((incident) => tellsOf(notification, incident, environment))).map(({ text }) => text);
    expect(undecided(day)).toEqual([expect.stringContaining('nobody decided who gets this')]);
    expect(undecided(night)).toEqual([]);
  });

  it('tells of nothing else but the budgets of the endpoint that fails', () => {
    const known = [...arriving, heartbeat];
    const others = all(day).filter((notification) => notification.receiver !== 'default' && notification.status === 'firing' && !known.some((incident) => tellsOf(notification, incident, environment)));
    const expected = alerts.filter(({ area, id }) => area === 'slo' && id.startsWith('InferenceErrorBudget')).map((alert): Incident => ({ alert, labels: { endpoint: 'chat', slo: 'inference-availability' }, until: 'never' }));
    expect(others.filter((notification) => !expected.some((incident) => tellsOf(notification, incident, environment))).map(({ text }) => text)).toEqual([]);
  });
});
