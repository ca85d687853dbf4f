import type { ProofOfLifeAnswer } from '@bud-o11y/model';
import { describe, expect, it } from '@jest/globals';
import { chartPanel } from '../fixtures/preview.ts';
import { tableRows } from './table-rows.ts';

const vector = (...series: readonly (readonly [Readonly<Record<string, string>>, number])[]): ProofOfLifeAnswer => ({ type: 'vector', series: series.map(([labels, value]) => ({ labels, points: [[60, value]] })) });

describe('tableRows', () => {
  it('joins queries by a label, and leaves a hole where one says nothing', () => {
    const panel = chartPanel({
      type: 'table',
      options: { sortBy: [{ displayName: 'Errors', desc: true }] },
      transformations: [
        { id: 'joinByField', options: { byField: 'endpoint' } },
        { id: 'filterFieldsByName', options: { include: { names: ['endpoint', 'Value #A', 'Value #B'] } } },
        { id: 'organize', options: { indexByName: { endpoint: 0, 'Value #A': 1, 'Value #B': 2 }, renameByName: { 'Value #A': 'Errors', 'Value #B': 'p99' } } },
      ],
    });
    expect(tableRows(panel, { A: vector([{ endpoint: 'chat', job: 'x' }, 1], [{ endpoint: 'embed' }, 3]), B: vector([{ endpoint: 'chat' }, 2]) })).toEqual({
      columns: ['endpoint', 'Errors', 'p99'], rows: [['embed', 3, undefined], ['chat', 1, 2]],
    });
  });

  it('makes columns of labels', () => {
    const panel = chartPanel({
      type: 'table',
      transformations: [
        { id: 'labelsToFields', options: {} },
        { id: 'filterFieldsByName', options: { include: { pattern: '^(pod|node|Value.*)$' } } },
        { id: 'organize', options: { indexByName: { node: 0, pod: 1, Value: 2 }, renameByName: { Value: 'CPU' } } },
      ],
    });
    expect(tableRows(panel, { A: vector([{ pod: 'a', node: 'n', uid: '7' }, 0.5]) })).toEqual({ columns: ['node', 'pod', 'CPU'], rows: [['n', 'a', 0.5]] });
  });

  it('is empty without answers', () => {
    expect(tableRows(chartPanel(), {})).toEqual({ columns: [], rows: [] });
  });
});
