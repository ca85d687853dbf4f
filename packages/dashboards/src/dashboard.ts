import { type DashboardUid, type Environment, type FolderName, type TeamName, callSite, dashboardNames } from '@bud-o11y/model';
import type { Panel } from './panels/panel.ts';
import type { Variable } from './variables.ts';

/** A line of panels. The first row of a dashboard has no title: it answers whether all is well. */
export interface Row {
  readonly title?: string;
  /** Runs no query until it is opened. */
  readonly collapsed?: true;
  /** Only in environments that run what the row shows. */
  readonly pack?: Pack;
  readonly panels: readonly Panel[];
  /** Repository path of the file that declares it and its panels. */
  readonly file: string;
}

/** A set of metrics that not every environment has. */
export type Pack = Environment['packs'][number];

interface DashboardInput<Uid extends string> {
  readonly uid: Uid;
  /** The question that it answers, and how to read it. */
  readonly description: string;
  readonly team: TeamName;
  /** How it looks at things: rate-errors-duration, utilisation-saturation-errors, objectives, or who did what. */
  readonly method: 'red' | 'use' | 'slo' | 'audit';
  readonly variables: readonly Variable[];
  readonly rows: readonly Row[];
  /** How far back it looks when opened. */
  readonly from: string;
  /** How often it asks again; never, when left out. */
  readonly refresh?: string;
}

/** A dashboard as its source file states it. */
export interface Dashboard extends DashboardInput<string> {
  readonly title: string;
  readonly folder: FolderName;
  readonly tags: readonly string[];
}

/** Declares a dashboard under one of the names of the model, which gives it its title and folder. */
export function dashboard<const Uid extends DashboardUid>(input: DashboardInput<Uid>): Dashboard {
  const { title, folder } = dashboardNames[input.uid];
  return { ...input, title, folder, tags: ['bud', 'generated', input.team, input.method] };
}

/** A row of a dashboard. */
export function row(title: string, ...panels: readonly Panel[]): Row {
  return { title, panels, file: rowFile() };
}

/** A row that is folded when the dashboard opens. */
export function collapsed(title: string, ...panels: readonly Panel[]): Row {
  return { title, collapsed: true, panels, file: rowFile() };
}

/** The first row: the strip that says whether all is well. */
export function strip(...panels: readonly Panel[]): Row {
  return { panels, file: rowFile() };
}

/** A folded row for the environments that have a pack of metrics. */
export function packRow(pack: Pack, title: string, ...panels: readonly Panel[]): Row {
  return { title, collapsed: true, pack, panels, file: rowFile() };
}

/** Rows stand in files beside that of their dashboard, and it is those that somebody must open who is told of a panel. */
function rowFile(): string {
  return callSite('/dashboards/src/dashboard.ts').file ?? '';
}
