import { type DashboardArtifact, classicDashboard, panelPlace } from '@bud-o11y/model';
import { type JsonObject, objectOf, objectsOf, textOf } from './json-view.ts';

/** One panel of a dashboard, rows included. */
export interface PanelView {
  readonly id: number | undefined;
  readonly type: string;
  readonly title: string;
  /** Place in words: `panel 11 (Requests by endpoint)`. */
  readonly at: string;
  readonly json: JsonObject;
}

/** One variable of a dashboard. */
export interface VariableView {
  readonly name: string;
  readonly type: string;
  readonly json: JsonObject;
  /** What a `label_values(…)` query looks up; undefined for every other query. */
  readonly lookup: Lookup | undefined;
}

/** `label_values(series{matchers}, label)`; the series is empty when the label is looked up over all of them. */
export interface Lookup {
  readonly series: string;
  readonly matchedLabels: readonly string[];
  readonly label: string;
  readonly language: 'promql' | 'logql';
}

/** A classic dashboard, read once. */
export interface DashboardView {
  readonly artifact: DashboardArtifact;
  /** The classic JSON, also where the file is written in another schema. */
  readonly json: JsonObject;
  readonly uid: string;
  readonly title: string;
  /** Every panel, those inside collapsed rows too. */
  readonly panels: readonly PanelView[];
  /** Panels that share one grid: the dashboard's own, and one list per collapsed row. */
  readonly grids: readonly (readonly PanelView[])[];
  readonly variables: readonly VariableView[];
}

const views = new WeakMap<DashboardArtifact, DashboardView>();

/** Reads the classic dashboard JSON of an artifact, once for all checks. */
export function viewDashboard(artifact: DashboardArtifact): DashboardView {
  const known = views.get(artifact);
  if (known !== undefined) return known;
  const view = read(artifact);
  views.set(artifact, view);
  return view;
}

function read(artifact: DashboardArtifact): DashboardView {
  const json = classicDashboard(artifact);
  const top = objectsOf(json['panels']);
  const grids = [top, ...top.map((panel) => objectsOf(panel['panels'])).filter((nested) => nested.length > 0)].map((grid) => grid.map(viewPanel));
  return {
    artifact,
    json,
    uid: textOf(json['uid']),
    title: textOf(json['title']),
    panels: grids.flat(),
    grids,
    variables: objectsOf(objectOf(json['templating'])['list']).map(viewVariable),
  };
}

/** The place of a JSON value in words: `panels.3.links.0.url` is `panel 11 (Requests) links.0.url`; elsewhere it stays as it is. */
export function placeInWords({ json: dashboard }: DashboardView, at: string): string {
  const [, outer, inner, rest = ''] = /^panels\.(\d+)(?:\.panels\.(\d+))?(?:\.(.*))?$/.exec(at) ?? [];
  if (outer === undefined) return at;
  const top = objectsOf(dashboard['panels'])[Number(outer)];
  const json = inner === undefined ? top : objectsOf(top?.['panels'])[Number(inner)];
  return json === undefined ? at : [viewPanel(json).at, rest].filter((part) => part !== '').join(' ');
}

function viewPanel(json: JsonObject): PanelView {
  const id = typeof json['id'] === 'number' ? json['id'] : undefined;
  const title = textOf(json['title']);
  return { id, type: textOf(json['type']), title, at: panelPlace(id, title), json };
}

function viewVariable(json: JsonObject): VariableView {
  return { name: textOf(json['name']), type: textOf(json['type']), json, lookup: json['type'] === 'query' ? readLookup(json['query']) : undefined };
}

/** Prometheus variables are text or hold it in `query`; Loki ones are an object with `label` and `stream`. */
function readLookup(query: unknown): Lookup | undefined {
  const object = objectOf(query);
  if (typeof object['label'] === 'string' && object['stream'] !== undefined) {
    return { series: '', matchedLabels: matchedLabels(textOf(object['stream'])), label: object['label'], language: 'logql' };
  }
  const text = (typeof query === 'string' ? query : textOf(object['query'])).trim();
  const found = /^label_values\(\s*(?:([a-zA-Z_:][\w:]*)\s*(\{.*\})?\s*,\s*)?([a-zA-Z_]\w*)\s*\)$/s.exec(text);
  if (found === null) return undefined;
  return { series: found[1] ?? '', matchedLabels: matchedLabels(found[2] ?? ''), label: found[3] ?? '', language: 'promql' };
}

function matchedLabels(selector: string): readonly string[] {
  return [...selector.matchAll(/([a-zA-Z_]\w*)\s*(?:=~|!~|!=|=)\s*"(?:[^"\\]|\\.)*"/g)].map((match) => match[1] ?? '');
}
