import { seconds } from '@bud-o11y/model';
import { type Ask, asksOf } from './asks.ts';
import { type Selection, choose, selections } from './choices.ts';
import type { DashboardJson } from './dashboard-json.ts';
import { type PanelTime, panelTime, spanOf } from './grafana-time.ts';
import { type Chosen, interpolate } from './interpolate.ts';
import { type Limits, isBad } from './limits.ts';
import { selectorsOf } from './selectors.ts';
import type { Stage } from './stage.ts';
import type { AnsweredSeries } from './store.ts';
import { now } from './timeline.ts';

/** What one query answered in one scenario and selection. */
export interface Observation {
  readonly uid: string;
  readonly at: string;
  readonly scenario: string;
  readonly selection: Selection;
  /** What the engine says when it refuses. */
  readonly error?: string;
  /** Whether there is a sample that is a number. */
  readonly hasData: boolean;
  /** Selectors of the query that match no series: an `or vector(0)` around them would hide it. */
  readonly unmatched: readonly string[];
  /** For a query of a panel: what became of it there. */
  readonly panel?: ObservedPanel;
}

/** A target of a panel, and what it showed. */
export interface ObservedPanel {
  readonly id: number;
  readonly refId: string;
  readonly limits: Limits;
  readonly instant: boolean;
  /** Whether it is orange or red. */
  readonly isBad: boolean;
  /** Kept for the selection `All`, which is what a dashboard opens with; empty for the other one. */
  readonly series: readonly AnsweredSeries[];
}

type Matches = (selector: string) => Promise<boolean>;

/** Runs every PromQL query and look-up of the dashboards on a stage, with all values of the variables and with one. */
export async function observe(stage: Stage, dashboards: readonly DashboardJson[]): Promise<readonly Observation[]> {
  const all: Observation[] = [];
  const matches = remembered((selector) => stage.store.matches(selector, stage.start, now));
  for (const dashboard of dashboards) {
    for (const selection of selections) all.push(...await observeDashboard(stage, dashboard, selection, matches));
  }
  return all;
}

async function observeDashboard(stage: Stage, dashboard: DashboardJson, selection: Selection, matches: Matches): Promise<readonly Observation[]> {
  const scenario = stage.scenario.name;
  const { uid } = dashboard;
  const { chosen, lookedUp } = await choose(stage, dashboard, selection, timeOf(stage, { range: dashboard.time.from, columns: 24 }));
  const lookups = lookedUp.map(({ at, values }): Observation => ({ uid, at, scenario, selection, hasData: values.length > 0, unmatched: [] }));
  return [...lookups, ...await Promise.all(asksOf(dashboard).map((ask) => observeAsk(stage, ask, selection, chosen, matches)))];
}

async function observeAsk(stage: Stage, ask: Ask, selection: Selection, chosen: Chosen, matches: Matches): Promise<Observation> {
  const { uid, at, panel, instant } = ask;
  const time = timeOf(stage, ask);
  const expr = interpolate(ask.expr, chosen, time);
  const base = { uid, at, scenario: stage.scenario.name, selection };
  const answer = await stage.store.query(expr, instant ? { at: now } : { from: time.from, to: time.to, step: time.interval });
  if ('error' in answer) return { ...base, error: answer.error, hasData: false, unmatched: [] };
  const { series } = answer;
  const unmatched = (await Promise.all(selectorsOf(expr).map(async (selector) => ((await matches(selector)) ? [] : [selector])))).flat();
  const hasData = series.some(({ points }) => points.some(([, value]) => !Number.isNaN(value)));
  return { ...base, hasData, unmatched, ...(panel === undefined ? {} : { panel: { ...panel, instant, isBad: isBad(panel.limits, series), series: selection === 'All' ? series : [] } }) };
}

function timeOf({ environment }: Stage, { range, columns, minInterval = '1s' }: Pick<Ask, 'range' | 'columns' | 'minInterval'>): PanelTime {
  return panelTime({ range: spanOf(range), now, columns, minInterval: spanOf(minInterval), scrapeInterval: seconds(environment.scrapeInterval) });
}

/** Asks each question once: dashboards share most of their selectors. */
function remembered<T>(ask: (key: string) => Promise<T>): (key: string) => Promise<T> {
  const known = new Map<string, Promise<T>>();
  return (key) => {
    const answer = known.get(key) ?? ask(key);
    known.set(key, answer);
    return answer;
  };
}
