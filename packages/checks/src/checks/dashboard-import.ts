import { dashboardCheck } from '../panel-check.ts';

/** The JSON can be imported again without a change: read-only, no id or version of one Grafana, and a schema version. */
export const dashboardImport = dashboardCheck({
  id: 'dashboard-import',
  severity: 'error',
  why: 'Grafana writes ids and versions of its own and migrates what has no schema: the next import is a conflict or a difference that nobody made',
  *run({ json }) {
    for (const key of ['id', 'version', 'iteration']) if (json[key] !== undefined && json[key] !== null) yield { at: key, what: `carries ${key} ${JSON.stringify(json[key])} of one Grafana`, fix: `take ${key} out` };
    if (json['editable'] !== false) yield { at: 'editable', what: 'can be edited in Grafana, where the next delivery overwrites it', fix: 'set editable to false' };
    if (!Number.isInteger(json['schemaVersion'])) yield { at: 'schemaVersion', what: 'has no schemaVersion', fix: 'set the schemaVersion that the JSON was written for' };
  },
});
