import type { Bundle, Environment } from '@bud-o11y/model';
import { conditionsOn } from './alert-conditions.ts';
import { alertPanels } from './alert-panels.ts';
import { type CheckContext, makeContext } from './context.ts';
import { dashboardLinks, deadEnd } from './dashboard-link.ts';
import type { PanelView } from './dashboard-view.ts';
import { leaves, objectOf, textOf } from './json-view.ts';
import { dataPanels } from './panel-check.ts';

/** How many there are, and how many of them are as they should be. */
export interface Figure {
  readonly of: string;
  readonly count: number;
  readonly fulfilled: Readonly<Record<string, number>>;
}

/** What the dashboards of a bundle add up to: counted from the same data that the checks judge. Pure. */
export function dashboardFigures(bundle: Bundle, environment: Environment): readonly Figure[] {
  const context = makeContext(bundle, environment, [environment]);
  return [panels(context), judged(context), links(context), alertLinks(context)];
}

function panels({ dashboards }: CheckContext): Figure {
  const all = dashboards.flatMap(dataPanels);
  const count = (has: (panel: PanelView) => boolean): number => all.filter(has).length;
  return {
    of: 'panels', count: all.length,
    fulfilled: {
      title: count(({ title }) => title !== ''),
      description: count(({ json }) => textOf(json['description']) !== ''),
      unit: count(({ json }) => textOf(objectOf(objectOf(json['fieldConfig'])['defaults'])['unit']) !== ''),
      'data source by variable': count(({ json }) => textOf(objectOf(json['datasource'])['uid']).startsWith('$')),
    },
  };
}

function judged(context: CheckContext): Figure {
  const shown = context.dashboards.flatMap(dataPanels).map((panel) => conditionsOn(panel, context)).filter((conditions) => conditions.length > 0);
  return { of: 'panels on the series of an alert', count: shown.length, fulfilled: { 'its threshold': shown.filter((conditions) => conditions.every(({ isDrawn }) => isDrawn)).length } };
}

function links({ dashboards }: CheckContext): Figure {
  const all = dashboards.flatMap(({ json }) => leaves(json)).flatMap(({ text }) => dashboardLinks(text));
  return { of: 'links between dashboards', count: all.length, fulfilled: { 'a target that exists': all.filter((link) => deadEnd(link, dashboards) === undefined).length } };
}

function alertLinks(context: CheckContext): Figure {
  const all = alertPanels(context);
  return { of: 'alerts', count: all.length, fulfilled: { 'a panel that shows their series': all.filter(({ shares }) => shares).length } };
}
