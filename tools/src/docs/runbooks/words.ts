import type { serviceLevels } from '@bud-o11y/rules';

type SloId = (typeof serviceLevels)[number]['id'];

/** What only somebody who knows the thing can say; numbers, windows and queries are taken from the objective. */
export interface SloWords {
  /** Who has the objective, as a sentence begins. */
  readonly subject: string;
  /** What is wrong with its bad events, after "its" requests: `that fail`. */
  readonly bad: string;
  readonly impact: { readonly page: string; readonly ticket: string };
  readonly firstSteps: { readonly page: readonly string[]; readonly ticket: readonly string[] };
  /** Shell lines for the first minutes of a page; $APPS and $RELEASE are set before. */
  readonly commands: readonly string[];
  readonly logql: string;
  readonly diagnosis: { readonly page: readonly string[]; readonly ticket: readonly string[] };
  readonly mitigation: { readonly page: readonly string[]; readonly ticket: readonly string[] };
  readonly falsePositives: readonly string[];
}

const gatewayLogs = ['kubectl -n $APPS logs deploy/$RELEASE-budgateway --since=1h | grep -iE \'error|timeout|upstream\' | tail -40', 'kubectl -n $APPS rollout history deploy/$RELEASE-budgateway'];
const planned = 'Answer, then plan the fix for working hours: seldom has anything to be changed tonight.';
/** Of an endpoint: the tickets judge those with fewer requests than a page asks for. */
const lowTraffic = 'Low traffic: below three requests a minute only the ticket judges, and one failure weighs much. Look at absolute numbers; if nobody is affected, wait for the short window.';
const pastIncident = 'An incident of the day before, over by now: the long windows remember it. The short one must be above its line as well, so check that it is still going on.';

/** Per objective. A missing one does not compile. */
export const words: Readonly<Record<SloId, SloWords>> = {
  'inference-availability': {
    subject: 'The endpoint',
    bad: 'that fail',
    impact: { page: 'Callers see errors now. It fires where HighErrorRate does not: at 3% to 5%, or at a burst.', ticket: 'Few callers notice. At this rate the objective of the month is missed.' },
    firstSteps: {
      page: ['Same first steps as HighErrorRate: one endpoint or all, since when, what changed.', 'Read the burn panel: is the short window still above its line? If it has fallen, the cause is over and the alert will end.'],
      ticket: ['See the burn panel: steady or in steps?', 'Which model, which caller, which replica contributes most?'],
    },
    commands: gatewayLogs,
    logql: 'sum by (app) (count_over_time({app="budgateway", level=~"error|critical"}[5m]))',
    diagnosis: {
      page: ['Constant 3% to 5% for hours: one replica of several, one model of several, or one caller. Split by `model`, then by `pod` in the logs.', 'Spikes every few minutes: a job that runs on a schedule, or a replica that restarts.', 'Then as HighErrorRate, Diagnosis.'],
      ticket: ['Steady low ratio: a class of requests that always fails (a feature, a length, one client). Group the error lines by `event`.', 'Steps at releases: each roll-out drops requests. Graceful shutdown or readiness is missing.', 'Steps at night: backups, certificate renewals, node maintenance.'],
    },
    mitigation: {
      page: ['As HighErrorRate: back to the previous version of model or gateway, take the bad replica out, switch the provider.', 'Afterwards: freeze risky changes to the endpoint while less than a quarter of the budget is left.'],
      ticket: [planned, 'If the budget is nearly gone, hold releases of the endpoint.'],
    },
    falsePositives: [lowTraffic, pastIncident],
  },
  'inference-latency': {
    subject: 'The endpoint',
    bad: 'that take longer than 5 s',
    impact: { page: 'Callers wait. HighLatency of the same endpoint inhibits this one; alone, it means a long, moderate slowness.', ticket: 'Few callers notice; the objective of the month is at risk.' },
    firstSteps: {
      page: ['Panel: which quantiles rose, and when?', 'Queue, replicas and GPU utilisation of the endpoint, as in HighLatency.', 'Open a slow trace and find the span.'],
      ticket: ['See when the slow share is high: all day, at peak, or at night?', 'Compare traffic and tokens per request with last week.'],
    },
    commands: ['kubectl -n $APPS top pods -l app=$RELEASE-budgateway', 'kubectl -n $APPS logs deploy/$RELEASE-budgateway --since=1h | tail -50'],
    logql: 'sum by (app) (count_over_time({app="budgateway", level=~"warning|error"} |= "timeout" [5m]))',
    diagnosis: {
      page: ['As HighLatency. In addition: compare the slow share over the day. One that follows the traffic is capacity; one that does not is a fault.', 'Right after a model change: longer outputs or larger context. Compare tokens per request.'],
      ticket: ['At peak only: capacity. Look at GPU utilisation and queue wait at the same hours.', 'All day: a slower model version or longer prompts.', 'At night: batch work that shares the GPUs.'],
    },
    mitigation: {
      page: ['Add a replica, or lower the rate limit of the largest caller.', 'Roll the model or the gateway back.'],
      ticket: ['Plan capacity or move batch work, in working hours.', 'If a release brought it, roll it back.'],
    },
    falsePositives: ['A long-running class of requests (batch, long context) that shares an endpoint with interactive ones: split it off.', pastIncident],
  },
  'gateway-availability': {
    subject: 'The gateway',
    bad: 'that it answers with 5xx',
    impact: { page: 'Calls to every model fail, whatever the endpoint. Callers retry and make it worse.', ticket: 'One call in some hundreds fails; callers retry and hardly notice. The objective of the month is missed.' },
    firstSteps: {
      page: ['Does HighErrorRate fire as well? Then the models fail and the gateway passes it on: begin there.', 'Is it one replica? Compare the pods in the logs.', 'Look at what the gateway reads from: valkey, kafka, clickhouse. None is required; one that hangs still slows it down.'],
      ticket: ['See the burn panel: steady or in steps?', 'Which route and which status? 502 and 504 are the models behind it, 500 is the gateway itself.'],
    },
    commands: gatewayLogs,
    logql: 'sum by (pod) (count_over_time({app="budgateway", level=~"error|critical"}[5m]))',
    diagnosis: {
      page: ['502 and 503: no healthy model behind a route, or the last roll-out of a model is not ready.', '504: models are slow, see HighLatency.', '500 from one pod: it is broken, the others are not. From all of them since a release: the release.'],
      ticket: ['Steps at releases: connections are cut when a pod stops. Graceful shutdown is missing.', 'A steady ratio: one route that always fails. Group the error lines by `event`.'],
    },
    mitigation: {
      page: ['Roll the gateway back if it began with a release.', 'Delete the pod that fails alone; the others take over.', 'Take a broken model out of its route.'],
      ticket: [planned, 'Hold releases of the gateway while less than a quarter of the budget is left.'],
    },
    falsePositives: ['A load test against a route that does not exist yet.', pastIncident],
  },
  'dashboard-availability': {
    subject: 'The user interface',
    bad: 'that it answers with 5xx',
    impact: { page: 'Users cannot log in, or see errors where their projects should be. Models that run go on.', ticket: 'Some pages fail and work on the second try. The objective of the month is missed.' },
    firstSteps: {
      page: ['Does DatabaseConnectionFailure fire? Then the database is the cause: begin there.', 'Can one log in? If not, look at keycloak first.', 'Which replica answers with 5xx?'],
      ticket: ['See the burn panel: steady or in steps?', 'Which page and which status?'],
    },
    commands: ['kubectl -n $APPS get pods -l app=$RELEASE-budapp -o wide', 'kubectl -n $APPS logs deploy/$RELEASE-budapp --since=1h | grep -iE \'error|exception\' | tail -40', 'kubectl -n $APPS rollout history deploy/$RELEASE-budapp'],
    logql: 'topk(10, sum by (event) (count_over_time({app="budapp", level=~"error|critical"} | json event="event" | __error__="" [5m])))',
    diagnosis: {
      page: ['Connection errors in the log: postgresql or keycloak, without which budapp cannot work.', 'Time-outs towards budcluster, budsim, budmodel or budmetrics: pages that need them fail, the rest works.', 'Since a release: the release, or a migration that has not run.'],
      ticket: ['Steady low ratio: one page or one export that always fails.', 'Steps at night: backups lock tables; database maintenance.'],
    },
    mitigation: {
      page: ['Roll budapp back if it began with a release.', 'Restart the replica that fails alone.', 'Bring the dependency back: its own runbook.'],
      ticket: [planned, 'Hold releases of budapp while less than a quarter of the budget is left.'],
    },
    falsePositives: ['A crawler or a scan that asks for what does not exist gets 404, which does not count; a scan that finds a 500 is a bug worth fixing.', pastIncident],
  },
};
