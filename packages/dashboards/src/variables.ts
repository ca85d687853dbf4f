import { type Hole, type Labels, type Metric, type Query, datasources, labels, metrics, promql } from '@bud-o11y/model';
import { requestRates, throughput } from '@bud-o11y/rules';
import {
  DatasourceVariableBuilder, IntervalVariableBuilder, QueryVariableBuilder, TextBoxVariableBuilder, type VariableModel, VariableRefresh, VariableSort,
} from '@grafana/grafana-foundation-sdk/dashboard';
import { datasourceOf } from './panels/target.ts';
import { chosen, own } from './selectors.ts';

/** A dashboard variable: its JSON, built once, and the query that fills it. */
export interface Variable {
  readonly name: string;
  readonly json: VariableModel;
  readonly query?: Query;
}

interface Lookup {
  readonly label: string;
  readonly description: string;
  readonly values: LabelValues;
  /** What All stands for; `.+`, since Loki refuses a selector that can match nothing. Without a `+` where an Explore link holds it: there it would be read as a space. */
  readonly all?: string;
}

interface LabelValues {
  readonly text: string;
  readonly query: Query;
}

/** `label_values(selector, label)`: the selector is parsed, the label is one of the metric's. */
function labelValues<L extends Labels>(of: Metric<L>, selector: Hole, label: keyof L & string): LabelValues {
  const query = promql`${selector}`;
  return { text: `label_values(${query.text}, ${labels(of, label).text})`, query };
}

function lookup(name: string, { label, description, values, all = '.+' }: Lookup): Variable {
  const json = new QueryVariableBuilder(name)
    .label(label)
    .description(description)
    .datasource(datasourceOf('promql'))
    .query({ qryType: 1, query: values.text, refId: name })
    .definition(values.text)
    .refresh(VariableRefresh.OnTimeRangeChanged)
    .sort(VariableSort.AlphabeticalAsc)
    .multi(true)
    .includeAll(true)
    .allValue(all)
    .current({ text: ['All'], value: ['$__all'] })
    .build();
  return { name, json, query: values.query };
}

function source(of: (typeof datasources)['mimir' | 'loki' | 'tempo'], label: string): Variable {
  const json = new DatasourceVariableBuilder(of.variable)
    .label(label)
    .description(`${of.name}; the provisioned source has the UID ${of.uid}`)
    .type(of.type)
    .current({ text: of.name, value: of.uid })
    .build();
  // Grafana offers every Prometheus source otherwise, the one in front of Mimir too.
  return { name: of.variable, json: of.type === 'prometheus' ? { ...json, regex: `/^${of.name}$/i` } : json };
}

const { clusterStatus, up } = metrics;

/** Document 7.2, chained from the general to the particular, and what else the dashboards let their readers choose. */
export const variables = {
  datasource: source(datasources.mimir, 'Metrics'),
  lokiDatasource: source(datasources.loki, 'Logs'),
  tempoDatasource: source(datasources.tempo, 'Traces'),
  namespace: lookup('namespace', { label: 'Namespace', description: 'Kubernetes namespace of the platform\'s services', values: labelValues(up, up({ job: own }), 'namespace') }),
  service: lookup('service', {
    label: 'Service', description: 'scrape job = metric label service = Loki app', all: 'bud.*',
    values: labelValues(up, up({ job: own, namespace: chosen.namespace }), 'job'),
  }),
  cluster: lookup('cluster', { label: 'Cluster', description: 'cluster that the platform manages', values: labelValues(clusterStatus, clusterStatus, 'cluster') }),
  endpoint: lookup('endpoint', { label: 'Endpoint', description: 'inference endpoint, by its recorded traffic', values: labelValues(throughput, throughput, 'endpoint') }),
  model: lookup('model', { label: 'Model', description: 'models behind the chosen endpoints', values: labelValues(requestRates, requestRates({ endpoint: chosen.endpoint }), 'model') }),
  interval: {
    name: 'interval',
    json: new IntervalVariableBuilder('interval')
      .label('Interval')
      .description('width of a bar; never the window of a rate')
      .values('1m,5m,15m,1h,6h,1d')
      .auto(true)
      .minInterval('1m')
      .stepCount(30)
      .current({ text: 'auto', value: '$__auto_interval_interval' })
      .build(),
  },
  /** Free text: a list of user ids would name every user, and has no bound. */
  user: {
    name: 'user',
    json: new TextBoxVariableBuilder('user').label('User id').description('first characters of a user id; empty for everybody').defaultValue('').build(),
  },
} as const satisfies Readonly<Record<string, Variable>>;
