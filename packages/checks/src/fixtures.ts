import {
  type AlertRulesArtifact, type AlertmanagerArtifact, type Artifact, type Bundle, type DashboardArtifact, type DatasourcesArtifact, type Environment,
  type Evaluator, type Problem, type QueryUse, type RecordingRulesArtifact, type RuleData, environmentNamed, hole, makeArtifact, promql,
} from '@bud-o11y/model';
import type { Check } from './check.ts';
import { type CheckContext, makeContext } from './context.ts';
import type { JsonObject } from './json-view.ts';

/** What a rule fixture may set; the rest is filled in. */
export interface GroupFixture {
  readonly evaluator?: Evaluator;
  readonly group?: string;
  readonly queries?: readonly QueryUse[];
}

const environment = 'dev';

/** A recording-rule artifact of one group. */
export function recordingRules(rules: readonly RuleData[], { evaluator = 'mimir', group = 'bud-recordings', queries = [] }: GroupFixture = {}): RecordingRulesArtifact {
  return makeArtifact({
    kind: 'recording-rules', project: 'rules', environment, evaluator, name: `${evaluator}/${group}`, path: `rules/${environment}/${evaluator}/${group}.yaml`,
    source: `packages/rules/src/groups/${group}.ts`, data: { groups: [{ name: group, interval: '1m', rules }] }, queries,
  });
}

/** An alert-rule artifact of one group. */
export function alertRules(rules: readonly RuleData[], { evaluator = 'mimir', group = 'bud-critical', queries = [] }: GroupFixture = {}): AlertRulesArtifact {
  return makeArtifact({
    kind: 'alert-rules', project: 'alerts', environment, evaluator, name: `${evaluator}/${group}`, path: `alerts/${environment}/${evaluator}/${group}.yaml`,
    source: `packages/alerts/src/groups/${group}.ts`, data: { groups: [{ name: group, interval: '1m', rules }] }, queries,
  });
}

/** An alert that fires on `up == 0`, with some labels and annotations. */
export function alertRule(alert: string, labels: Readonly<Record<string, string>>, annotations: Readonly<Record<string, string>> = {}): RuleData {
  return { alert, expr: 'up == 0', for: '5m', labels, annotations };
}

/** The Alertmanager configuration with the given routing tree and receivers. */
export function alertmanager(route: JsonObject, receivers: readonly JsonObject[] = [slack('default'), slack('pager'), slack('chat')], more: JsonObject = {}): AlertmanagerArtifact {
  return makeArtifact({
    kind: 'alertmanager', project: 'alerts', environment, name: 'alertmanager', path: `alerts/${environment}/alertmanager/alertmanager.yaml`,
    source: 'packages/alerts/src/routing/index.ts', data: { route, receivers, ...more },
  });
}

/** A receiver that posts to a Slack channel. */
export function slack(name: string): JsonObject {
  return { name, slack_configs: [{ channel: `#${name}`, api_url_file: '/etc/alertmanager/secrets/slack-api-url' }] };
}

/** A dashboard of classic JSON; `json` overrides title and uid. */
export function dashboard(uid: string, json: JsonObject = {}, queries: readonly QueryUse[] = [], folder = 'bud-platform'): DashboardArtifact {
  return makeArtifact({
    kind: 'dashboard', project: 'dashboards', environment, folder, name: uid, path: `dashboards/${environment}/${uid}.json`,
    source: `packages/dashboards/src/dashboards/${uid}/index.ts`, data: { uid, title: uid, panels: [], ...json }, queries,
  });
}

/** A panel of 12 by 8 grid units at the given place. */
export function panel(id: number, json: JsonObject = {}, x = 0, y = 0): JsonObject {
  return { id, type: 'timeseries', title: `Panel ${id}`, gridPos: { x, y, w: 12, h: 8 }, ...json };
}

/** A target that asks Prometheus, with a legend. */
export function target(expr: string, json: JsonObject = {}): JsonObject {
  return { refId: 'A', datasource: { type: 'prometheus', uid: '${datasource}' }, expr, legendFormat: 'all', ...json };
}

/** A target that asks Loki, with a legend. */
export function logTarget(expr: string, json: JsonObject = {}): JsonObject {
  return target(expr, { datasource: { type: 'loki', uid: '${loki_datasource}' }, ...json });
}

/** A panel that asks the given queries of Prometheus, under A, B, C … */
export function asking(exprs: readonly string[], json: JsonObject = {}): JsonObject {
  return panel(11, { targets: exprs.map((expr, index) => target(expr, { refId: String.fromCharCode(65 + index) })), ...json });
}

/** A query variable of a dashboard. */
export function variable(name: string, json: JsonObject = {}): JsonObject {
  return { name, type: 'query', query: 'label_values(up, namespace)', ...json };
}

/** The data sources of the stack, as Grafana provisions them. */
export function datasources(list: readonly JsonObject[] = [{ uid: 'mimir', name: 'Mimir', type: 'prometheus' }, { uid: 'loki', name: 'Loki', type: 'loki' }]): DatasourcesArtifact {
  return makeArtifact({
    kind: 'datasources', project: 'dashboards', environment, name: 'datasources', path: `dashboards/${environment}/datasources/datasources.yaml`,
    source: 'packages/dashboards/src/datasources.ts', data: { apiVersion: 1, datasources: list },
  });
}

/** A bundle of the environment `dev`. */
export function bundleOf(artifacts: readonly Artifact[], runbooks: Readonly<Record<string, string>> = {}): Bundle {
  return { environment, artifacts, runbooks: new Map(Object.entries(runbooks)) };
}

/** What a fixture may say beside the artifacts. */
export interface Surroundings {
  /** Pages under docs/runbooks, by name. */
  readonly runbooks?: Readonly<Record<string, string>>;
  readonly environment?: Environment;
  readonly environments?: readonly Environment[];
}

/** A context over the given artifacts in `dev`. */
export function contextOf(artifacts: readonly Artifact[], around: Surroundings = {}): CheckContext {
  const chosen = around.environment ?? environmentNamed(environment);
  return makeContext(bundleOf(artifacts, around.runbooks), chosen, around.environments ?? [chosen]);
}

/** What one check finds in a dashboard of the given panels, beside other artifacts: place and fault. */
export function faultsOf(check: Check, panels: readonly JsonObject[], others: readonly Artifact[] = [], json: JsonObject = {}): readonly string[] {
  return problemsOf(check, [dashboard('a', { panels, ...json }), ...others]).map(({ where, what }) => `${where.path ?? ''}: ${what}`);
}

/** What one check finds in a PromQL text: on a dashboard, or where `recorded` is set in a rule that records it. */
export function queryFaults(check: Check, text: string, others: readonly Artifact[] = [], recorded?: string): readonly string[] {
  const queries = [{ at: 'here', query: promql`${hole(text)}` }];
  const artifact = recorded === undefined ? dashboard('a', {}, queries) : recordingRules([{ record: recorded, expr: text }], { group: 'under-test', queries });
  return problemsOf(check, [artifact, ...others]).map(({ what }) => what);
}

/** Runs one check over the given artifacts. */
export function problemsOf(check: Check, artifacts: readonly Artifact[], around: Surroundings = {}): readonly Problem[] {
  return check.run(contextOf(artifacts, around));
}
