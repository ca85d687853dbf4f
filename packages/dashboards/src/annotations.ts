import { type Query, labels, matching, metrics, promql, variableMatchOrNone } from '@bud-o11y/model';
import { type AnnotationQuery, AnnotationQueryBuilder } from '@grafana/grafana-foundation-sdk/dashboard';
import type { Dashboard } from './dashboard.ts';
import { inSight } from './in-sight.ts';
import { colours } from './panels/colours.ts';
import { targetJson } from './panels/target.ts';
import { chosen, own } from './selectors.ts';

/** An annotation as classic JSON has it. */
export type AnnotationJson = Omit<AnnotationQuery, 'placement'>;

/** Marks on the time axis of every chart of a dashboard. */
export interface Annotation {
  readonly name: string;
  readonly query: Query;
  readonly json: AnnotationJson;
  /** As that of a target. */
  readonly emptyWhenHealthy?: string;
}

interface AnnotationInput {
  readonly name: string;
  readonly query: Query;
  readonly title: string;
  readonly tags: string;
  readonly colour: keyof typeof colours;
  readonly enabled: boolean;
  readonly emptyWhenHealthy?: string;
}

function annotation({ name, query, title, tags, colour, enabled, ...more }: AnnotationInput): Annotation {
  const { expr, datasource } = targetJson({ query, legend: '' }, query, 'Anno', 'range');
  const json = new AnnotationQueryBuilder()
    .name(name)
    .enable(enabled)
    .hide(false)
    .iconColor(colours[colour])
    .expr(String(expr))
    .titleFormat(title)
    .tagKeys(tags)
    .step('1m')
    .build();
  return { name, query, ...more, json: { ...inSight(json), datasource, useValueForTime: false } };
}

const { deploymentGeneration, firingAlerts, processStart } = metrics;

/** A new generation of a Deployment: read from the cluster, so that every way of deploying shows, and nothing writes to Grafana. */
const deploys = annotation({
  name: 'Deploys', colour: 'idle', enabled: true, title: 'deploy {{deployment}}', tags: 'namespace,deployment',
  query: promql`max by (${labels(deploymentGeneration, 'namespace', 'deployment')}) (changes(${deploymentGeneration({ deployment: matching('.*bud.*') })}[2m])) > 0`,
});

/**
 * What fires for the chosen endpoints and clusters, and what names none. Not by service: its All stands for the platform's own,
 * and a database that is down belongs on every chart.
 */
const alerts = (has: Has): Annotation => annotation({
  name: 'Alerts', colour: 'critical', enabled: true, title: '{{alertname}}', tags: 'severity,service,endpoint,cluster',
  emptyWhenHealthy: 'nothing fires that somebody would be told of',
  query: promql`
    max by (${labels(firingAlerts, 'alertname', 'severity', 'service', 'endpoint', 'cluster')}) (
      ${firingAlerts({
        alertstate: 'firing',
        severity: matching('critical|warning'),
        ...(has('endpoint') ? { endpoint: variableMatchOrNone('endpoint') } : {}),
        ...(has('cluster') ? { cluster: variableMatchOrNone('cluster') } : {}),
      })}
    )
  `,
});

const restarts = (has: Has): Annotation => annotation({
  name: 'Restarts', colour: 'unknown', enabled: false, title: 'restart {{job}}', tags: 'job,pod',
  emptyWhenHealthy: 'nothing restarts',
  query: promql`max by (${labels(processStart, 'job', 'pod')}) (changes(${processStart({ job: own, ...(has('namespace') ? { namespace: chosen.namespace } : {}) })}[2m])) > 0`,
});

/** Whether a dashboard has a variable of that name. */
type Has = (variable: string) => boolean;

const known = new WeakMap<Dashboard, readonly Annotation[]>();

/** On every dashboard, for what its variables choose: what changed, what fired, what restarted. Built once. */
export function annotationsOf(dashboard: Dashboard): readonly Annotation[] {
  const has: Has = (variable) => dashboard.variables.some(({ name }) => name === variable);
  const annotations = known.get(dashboard) ?? [deploys, alerts(has), restarts(has)];
  known.set(dashboard, annotations);
  return annotations;
}
