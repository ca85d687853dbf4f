import { type Query, labels, matching, metrics, promql } from '@bud-o11y/model';
import { AnnotationQueryBuilder } from '@grafana/grafana-foundation-sdk/dashboard';
import { inSight } from './in-sight.ts';
import { colours } from './panels/colours.ts';
import { targetJson } from './panels/target.ts';
import { own } from './selectors.ts';

/** Marks on the time axis of every chart of a dashboard. */
export interface Annotation {
  readonly name: string;
  readonly query: Query;
  readonly json: Readonly<Record<string, unknown>>;
}

interface AnnotationInput {
  readonly name: string;
  readonly query: Query;
  readonly title: string;
  readonly tags: string;
  readonly colour: keyof typeof colours;
  readonly enabled: boolean;
}

function annotation({ name, query, title, tags, colour, enabled }: AnnotationInput): Annotation {
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
  return { name, query, json: { ...inSight(json), datasource, useValueForTime: false } };
}

const { deploymentGeneration, firingAlerts, processStart } = metrics;

/** A new generation of a Deployment: read from the cluster, so that every way of deploying shows, and nothing writes to Grafana. */
const deploys = annotation({
  name: 'Deploys', colour: 'idle', enabled: true, title: 'deploy {{deployment}}', tags: 'namespace,deployment',
  query: promql`max by (${labels(deploymentGeneration, 'namespace', 'deployment')}) (changes(${deploymentGeneration({ deployment: matching('.*bud.*') })}[2m])) > 0`,
});

const alerts = annotation({
  name: 'Alerts', colour: 'critical', enabled: true, title: '{{alertname}}', tags: 'severity,service,endpoint,cluster',
  query: promql`
    max by (${labels(firingAlerts, 'alertname', 'severity', 'service', 'endpoint', 'cluster')}) (
      ${firingAlerts({ alertstate: 'firing', severity: matching('critical|warning') })}
    )
  `,
});

const restarts = annotation({
  name: 'Restarts', colour: 'unknown', enabled: false, title: 'restart {{job}}', tags: 'job,pod',
  query: promql`max by (${labels(processStart, 'job', 'pod')}) (changes(${processStart({ job: own })}[2m])) > 0`,
});

/** The same on every dashboard: what changed, what fired, what restarted. */
export const annotations: readonly Annotation[] = [deploys, alerts, restarts];
