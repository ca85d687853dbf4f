import { panelCheck } from '../panel-check.ts';
import { objectOf, objectsOf } from '../json-view.ts';

/** Thresholds begin with `null`, rise, and do not judge twice at one number. */
export const dashboardThresholds = panelCheck({
  id: 'dashboard-thresholds',
  severity: 'error',
  why: 'Grafana takes the first step for everything below, whatever its number says, and reads the others in the order given',
  *run({ json }) {
    const config = objectOf(json['fieldConfig']);
    const overridden = objectsOf(config['overrides']).flatMap(({ properties }) => objectsOf(properties)).filter(({ id }) => id === 'thresholds').map(({ value }) => value);
    for (const thresholds of [objectOf(config['defaults'])['thresholds'], ...overridden]) {
      const [first, ...others] = objectsOf(objectOf(thresholds)['steps']).map(({ value }) => value);
      if (first === undefined) continue;
      if (first !== null) yield { what: `has a first threshold at ${JSON.stringify(first)}`, fix: 'let the thresholds begin with null' };
      if (!others.every((value, index) => typeof value === 'number' && value > Number(others[index - 1] ?? Number.NEGATIVE_INFINITY))) yield { what: `has thresholds that do not rise: ${others.map(String).join(', ')}`, fix: 'sort them, each number once' };
    }
  },
});
