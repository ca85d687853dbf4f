import type { VariableModel } from '@grafana/grafana-foundation-sdk/dashboard';
import { type VariableKind, VariableHide, VariableRefresh, VariableSort } from '@grafana/grafana-foundation-sdk/dashboardv2';
import { dataQuery } from './query.ts';

/**
 * A variable as its kind. Classic JSON numbers what v2 names; the numbers that our variables use are named here, and a
 * variable of another type is a bug.
 */
export function variableKind(variable: VariableModel): VariableKind {
  const { name, label = '', description = '', query = '', current = { text: '', value: '' } } = variable;
  const shared = { name, label, description, current, hide: VariableHide.DontHide, skipUrlSync: variable.skipUrlSync ?? false };
  const choice = { options: variable.options ?? [], multi: variable.multi ?? false, includeAll: variable.includeAll ?? false, regex: variable.regex ?? '', allowCustomValue: variable.allowCustomValue ?? true };
  switch (kindOf(variable)) {
    case 'query':
      return {
        kind: 'QueryVariable',
        spec: {
          ...shared, ...choice, refresh: VariableRefresh.OnTimeRangeChanged, sort: VariableSort.AlphabeticalAsc,
          ...(variable.allValue === undefined ? {} : { allValue: variable.allValue }),
          ...(variable.definition === undefined ? {} : { definition: variable.definition }),
          query: dataQuery(variable.datasource ?? {}, typeof query === 'string' ? { query } : query),
        },
      };
    case 'datasource':
      return { kind: 'DatasourceVariable', spec: { ...shared, ...choice, pluginId: String(query), refresh: VariableRefresh.OnDashboardLoad } };
    case 'interval':
      return {
        kind: 'IntervalVariable',
        spec: { ...shared, query: String(query), options: choice.options, auto: variable.auto ?? false, auto_min: variable.auto_min ?? '', auto_count: variable.auto_count ?? 0, refresh: 'onTimeRangeChanged' },
      };
    case 'textbox':
      return { kind: 'TextVariable', spec: { ...shared, query: String(query) } };
  }
}

const kinds = ['query', 'datasource', 'interval', 'textbox'] as const;

function kindOf({ name, type }: VariableModel): (typeof kinds)[number] {
  const kind = kinds.find((candidate) => candidate === String(type));
  if (kind === undefined) throw new Error(`variable ${name} is of type ${type}, which the v2 emitter does not know`);
  return kind;
}
