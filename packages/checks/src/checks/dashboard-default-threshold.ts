import { panelCheck } from '../panel-check.ts';
import { objectOf, objectsOf } from '../json-view.ts';

/** No panel has the thresholds that Grafana's editor puts into every new one: green, and red from 80. */
export const dashboardDefaultThreshold = panelCheck({
  id: 'dashboard-default-threshold',
  severity: 'error',
  why: '80 of what nobody asked: a panel turns red, or stays green, by a number that has nothing to do with it',
  *run({ json }) {
    const config = objectOf(json['fieldConfig']);
    const overridden = objectsOf(config['overrides']).flatMap(({ properties }) => objectsOf(properties)).filter(({ id }) => id === 'thresholds').map(({ value }) => value);
    for (const thresholds of [objectOf(config['defaults'])['thresholds'], ...overridden]) {
      const steps = objectsOf(objectOf(thresholds)['steps']);
      if (steps.length === 2 && steps[1]?.['value'] === 80 && steps[1]['color'] === 'red') yield { what: 'has Grafana\'s own threshold, red from 80', fix: 'take the number of an alert, or leave thresholds out' };
    }
  },
});
