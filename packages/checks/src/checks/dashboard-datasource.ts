import type { Bundle } from '@bud-o11y/model';
import { artifactCheck } from '../check.ts';
import { type VariableView, placeInWords, viewDashboard } from '../dashboard-view.ts';
import { type JsonObject, isObject, objectsOf, textOf } from '../json-view.ts';

/** Data sources that are part of Grafana itself. */
const builtIn: ReadonlySet<string> = new Set(['grafana', '-- Grafana --', '-- Mixed --', '-- Dashboard --', '__expr__', '']);

/** Every data source that a dashboard asks for is provisioned in its environment, under that UID and of that type. */
export const dashboardDatasource = artifactCheck({
  id: 'dashboard-datasource',
  severity: 'error',
  why: 'the panel shows "data source not found" instead of data',
  appliesTo: ['dashboard'],
  *run(artifact, { bundle }) {
    const provisioned = provisionedIn(bundle);
    const view = viewDashboard(artifact);
    const said = new Set<string>();
    for (const { uid, type, at } of references(view.json)) {
      const fault = faultOf(uid, type, provisioned, view.variables);
      if (fault === undefined || said.has(fault)) continue;
      said.add(fault);
      yield { at: placeInWords(view, at), what: fault, fix: 'use a data source of packages/model/src/names/datasources.ts, and provision it in this environment' };
    }
  },
});

interface Provisioned {
  readonly uid: string;
  readonly type: string;
}

function provisionedIn(bundle: Bundle): readonly Provisioned[] {
  return bundle.artifacts
    .filter((artifact) => artifact.kind === 'datasources')
    .flatMap((artifact) => objectsOf(artifact.data['datasources']).map((entry) => ({ uid: textOf(entry['uid']), type: textOf(entry['type']) })));
}

interface Reference extends Provisioned {
  readonly at: string;
}

/** Every `datasource` object or text below a value, and the UID that a datasource variable starts with. */
function references(value: unknown, at = ''): readonly Reference[] {
  if (value === null || typeof value !== 'object') return [];
  const own = isObject(value) ? ownReferences(value, at) : [];
  return [...own, ...Object.entries(value).flatMap(([key, child]) => references(child, at === '' ? key : `${at}.${key}`))];
}

function ownReferences(value: JsonObject, at: string): readonly Reference[] {
  const datasource = value['datasource'];
  if (typeof datasource === 'string') return [{ uid: datasource, type: '', at }];
  return isObject(datasource) ? [{ uid: textOf(datasource['uid']), type: textOf(datasource['type']), at }] : [];
}

function faultOf(uid: string, type: string, provisioned: readonly Provisioned[], variables: readonly VariableView[]): string | undefined {
  const name = /^\$\{?(\w+)\}?$/.exec(uid)?.[1];
  if (name === undefined) {
    if (builtIn.has(uid)) return undefined;
    const found = provisioned.find((candidate) => candidate.uid === uid);
    if (found === undefined) return `asks for the data source ${uid}, which this environment does not provision`;
    return type === '' || found.type === type ? undefined : `asks for ${uid} as ${type}, and it is ${found.type}`;
  }
  const variable = variables.find((candidate) => candidate.name === name);
  if (variable?.type !== 'datasource') return `takes its data source from $${name}, which is no data source variable of the dashboard`;
  const offered = textOf(variable.json['query']);
  if (type !== '' && offered !== type) return `takes ${type} from $${name}, which offers ${offered}`;
  return provisioned.some((candidate) => candidate.type === offered) ? undefined : `takes its data source from $${name}, and this environment provisions no ${offered}`;
}
