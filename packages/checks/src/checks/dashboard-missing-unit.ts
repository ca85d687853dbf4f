import { panelCheck } from '../panel-check.ts';
import { objectOf, textOf } from '../json-view.ts';

/** Every panel with data has a unit; `short` and `none` are units. */
export const dashboardMissingUnit = panelCheck({
  id: 'dashboard-missing-unit',
  severity: 'error',
  why: '0.3 may be 0.3 seconds, 30% or a third of a request: the reader cannot tell',
  *run({ json }) {
    const unit = textOf(objectOf(objectOf(json['fieldConfig'])['defaults'])['unit']);
    if (unit === '') yield { what: 'has no unit', fix: 'set the unit of the catalog; a plain count is `short`' };
  },
});
