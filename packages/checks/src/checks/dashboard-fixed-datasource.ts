import { dashboardCheck } from '../panel-check.ts';
import { objectOf, objectsOf, textOf } from '../json-view.ts';

const byVariable = /^\$\{?\w+\}?$/;
/** Grafana's own sources, which are the same in every Grafana. */
const builtIn = /^(?:grafana|-- \w+ --|__expr__)$/;

/** Panels and their queries name their data source by a variable of the dashboard. */
export const dashboardFixedDatasource = dashboardCheck({
  id: 'dashboard-fixed-datasource',
  severity: 'error',
  why: 'a copy of the dashboard cannot look at another store, such as the one that still works',
  *run({ panels }) {
    for (const { at, json, type } of panels) {
      if (type === 'row') continue;
      const named = [{ at, json }, ...objectsOf(json['targets']).map((target) => ({ at: `${at} target ${textOf(target['refId'])}`, json: target }))];
      for (const place of named) {
        const given = place.json['datasource'];
        const uid = typeof given === 'string' ? given : textOf(objectOf(given)['uid']);
        const isLeftOut = given === undefined && place.at !== at;
        if (isLeftOut || byVariable.test(uid) || builtIn.test(uid)) continue;
        yield { at: place.at, what: uid === '' ? 'names no data source' : `names the data source ${uid} itself`, fix: 'use ${datasource}, ${loki_datasource} or ${tempo_datasource}' };
      }
    }
  },
});
