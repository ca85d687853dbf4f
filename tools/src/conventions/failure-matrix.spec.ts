import { describe, expect, it } from '@jest/globals';
import { failureMatrix, rowsNamed } from './failure-matrix.ts';
import { projects, sourcesOf, textOf } from './workspace.ts';

const specs = projects.flatMap(sourcesOf).filter((path) => path.endsWith('.spec.ts') && !path.endsWith('/failure-matrix.spec.ts'));
const tested = new Map(specs.map((path) => [path, rowsNamed(textOf(path))]));

describe('the failure matrix', () => {
  it('has the rows that a cluster or a folder can meet', () => {
    expect(Object.keys(failureMatrix).map(Number)).toEqual([...Array.from({ length: 35 }, (_, index) => index + 1), 39, 40, 41, 42]);
  });

  it.each(Object.entries(failureMatrix))('row %s has a test that bears its number: %s', (row) => {
    expect([...tested].filter(([, rows]) => rows.includes(Number(row))).map(([path]) => path)).not.toEqual([]);
  });

  it('has a row for every number that a test bears', () => {
    expect([...tested].flatMap(([path, rows]) => rows.filter((row) => !(row in failureMatrix)).map((row) => `${path}: row ${row}`))).toEqual([]);
  });
});

describe('rowsNamed', () => {
  it.each([
    ["it('row 8: a process', …)", [8]],
    ["it.each(x)('row 12b: %s', …); describe(`row 40: a secret`)", [12, 40]],
    ['// row 8: is elsewhere', []],
    ["it('rows 1 to 4: at any', …)", []],
  ])('of %s', (text, rows) => expect(rowsNamed(text)).toEqual(rows));
});
