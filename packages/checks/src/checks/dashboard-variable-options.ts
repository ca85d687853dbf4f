import { dashboardCheck } from '../panel-check.ts';
import { textOf } from '../json-view.ts';

/** Grafana's number for "when the time range changes". */
const onTimeRangeChange = 2;

/** Variables from a query are filled again when the time range changes, and All never stands for nothing. */
export const dashboardVariableOptions = dashboardCheck({
  id: 'dashboard-variable-options',
  severity: 'error',
  why: 'values that appeared since the page was opened cannot be chosen, and Loki refuses a selector that can match nothing',
  *run({ variables }) {
    for (const { name, type, json } of variables) {
      if (type !== 'query') continue;
      const at = `variable ${name}`;
      if (json['refresh'] !== onTimeRangeChange) yield { at, what: `$${name} is not filled again when the time range changes`, fix: 'set refresh to 2' };
      if (json['includeAll'] !== true) continue;
      const all = textOf(json['allValue']);
      if (json['multi'] !== true) yield { at, what: `$${name} offers All but no choice of several`, fix: 'set multi, or take All away' };
      if (all === '' || matchesNothing(all)) yield { at, what: `All of $${name} stands for ${all === '' ? 'a list of every value' : JSON.stringify(all)}`, fix: 'set allValue to .+, or to a narrower expression that cannot match nothing' };
    }
  },
});

function matchesNothing(pattern: string): boolean {
  try {
    return new RegExp(`^(?:${pattern})$`).test('');
  } catch {
    return true;
  }
}
