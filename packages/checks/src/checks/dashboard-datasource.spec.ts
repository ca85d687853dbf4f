import { describe, expect, it } from '@jest/globals';
import { dashboard, datasources, panel, problemsOf } from '../fixtures.ts';
import { dashboardDatasource } from './dashboard-datasource.ts';

const list = [{ name: 'datasource', type: 'datasource', query: 'prometheus' }, { name: 'tempo_datasource', type: 'datasource', query: 'tempo' }, { name: 'service', type: 'query', query: 'label_values(up, job)' }];
const found = (datasource: unknown) => problemsOf(dashboardDatasource, [datasources(), dashboard('a', { templating: { list }, panels: [panel(1, { datasource })] })]).map(({ what }) => what);

describe('dashboard-datasource', () => {
  it.each([
    ['a UID that is not provisioned', { uid: 'mimr' }, 'mimr, which this environment does not provision'],
    ['a UID without an object', 'mimr', 'mimr, which this environment does not provision'],
    ['a UID of another type', { uid: 'loki', type: 'prometheus' }, 'loki as prometheus, and it is loki'],
    ['a variable that is not defined', { uid: '${ds}' }, '$ds, which is no data source variable'],
    ['a variable that holds something else', { uid: '$service' }, '$service, which is no data source variable'],
    ['a variable of another type', { uid: '${datasource}', type: 'loki' }, 'loki from $datasource, which offers prometheus'],
    ['a variable of a type that is not provisioned', { uid: '${tempo_datasource}', type: 'tempo' }, 'provisions no tempo'],
  ])('finds %s', (_, datasource, expected) => {
    expect(found(datasource)).toEqual([expect.stringContaining(expected)]);
  });

  it.each([[{ uid: 'mimir', type: 'prometheus' }], [{ uid: '${datasource}', type: 'prometheus' }], [{ uid: '-- Mixed --', type: 'datasource' }], [null]])('accepts %j', (datasource) => {
    expect(found(datasource)).toEqual([]);
  });
});
