import { describe, expect, it } from '@jest/globals';
import { choose } from './choices.ts';
import type { DashboardJson } from './dashboard-json.ts';
import type { Store } from './store.ts';

const time = { from: 0, to: 60, interval: 15, rateInterval: 60 };
const dashboard: DashboardJson = {
  uid: 'x', title: 'X', time: { from: 'now-3h' }, annotations: { list: [] }, panels: [],
  templating: {
    list: [
      { name: 'datasource', type: 'datasource' },
      { name: 'namespace', type: 'query', definition: 'label_values(up{job=~"bud.*"}, namespace)', allValue: '.+' },
      { name: 'service', type: 'query', definition: 'label_values(up{namespace=~"$namespace"}, job)', allValue: 'bud.+' },
    ],
  },
};

/** Answers with the selector that it is asked about, and remembers it. */
function listening(values: readonly string[]): { readonly store: Store; readonly asked: string[] } {
  const asked: string[] = [];
  const store: Store = {
    labelValues: async (label, selector) => {
      asked.push(`${label} of ${selector}`);
      return values;
    },
    write: async () => undefined, query: async () => ({ series: [] }), matches: async () => false, stop: async () => undefined,
  };
  return { store, asked };
}

describe('choose', () => {
  it('lets All stand for its own value, down the chain', async () => {
    const { store, asked } = listening(['b', 'a.1']);
    const { chosen, lookedUp } = await choose({ store }, dashboard, 'All', time);
    expect([...chosen]).toEqual([['namespace', '.+'], ['service', 'bud.+']]);
    expect(asked).toEqual(['namespace of up{job=~"bud.*"}', 'job of up{namespace=~".+"}']);
    expect(lookedUp.map(({ at, values }) => [at, values])).toEqual([['variable namespace', ['a.1', 'b']], ['variable service', ['a.1', 'b']]]);
  });

  it('takes the first value where one is chosen', async () => {
    const { store, asked } = listening(['b', 'a.1']);
    expect([...(await choose({ store }, dashboard, 'one value', time)).chosen]).toEqual([['namespace', 'a\\\\.1'], ['service', 'a\\\\.1']]);
    expect(asked[1]).toBe('job of up{namespace=~"a\\\\.1"}');
  });
});
