import { describe, expect, it } from '@jest/globals';
import { type FieldPath, pathText, valueAt } from './field-path.ts';

const object = { spec: { 'a.b': [{ name: 'x', port: 80 }, { name: 'y', port: 80, protocol: 'UDP' }], set: ['p', 'q'] } };

describe('pathText and valueAt', () => {
  it.each<readonly [FieldPath, string, unknown]>([
    [[], '', object],
    [[{ field: 'spec' }, { field: 'a.b' }, { keys: { name: 'y' } }, { field: 'protocol' }], 'spec["a.b"][name=y].protocol', 'UDP'],
    [[{ field: 'spec' }, { field: 'a.b' }, { keys: { port: 80, protocol: 'TCP' } }, { field: 'name' }], 'spec["a.b"][port=80,protocol=TCP].name', 'x'],
    [[{ field: 'spec' }, { field: 'set' }, { value: 'q' }], 'spec.set[="q"]', 'q'],
    [[{ field: 'spec' }, { field: 'set' }, { index: 0 }], 'spec.set[0]', 'p'],
    [[{ field: 'spec' }, { field: 'none' }, { field: 'deeper' }], 'spec.none.deeper', undefined],
    [[{ field: 'spec' }, { field: 'constructor' }], 'spec.constructor', undefined],
  ])('%j', (path, text, value) => {
    expect(pathText(path)).toBe(text);
    expect(valueAt(object, path)).toEqual(value);
  });
});
