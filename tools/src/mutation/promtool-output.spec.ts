import { describe, expect, it } from '@jest/globals';
import { mutantOf, readVerdict } from './promtool-output.ts';

const output = `Processing test file: HighCPU-3.test.yaml
  FAILED:
    name: HighCPU: busy,
    alertname: HighCPU__3m1, time: 18m, 
        exp:[
            0:
              Labels:{alertname="HighCPU__3m1"}
            ], 
        got:[]
    expr: "round(r:a__4m12, 0.0001)", time: 20m,
        exp: {} 0E+00
        got: nil
    rule: r:b__5m2, time: 1m0s, err: found duplicate series
`;

describe('readVerdict', () => {
  it('finds what differs and what cannot be evaluated', () => {
    const { differs, broken } = readVerdict(output);
    expect([...differs].map(mutantOf)).toEqual([{ suffix: '__3m1', index: 3 }, { suffix: '__4m12', index: 4 }]);
    expect([...broken].map(mutantOf)).toEqual([{ suffix: '__5m2', index: 5 }]);
  });

  it('tells the original from its mutants', () => {
    expect([...readVerdict('    alertname: HighCPU, time: 18m, \n').differs].map(mutantOf)).toEqual([undefined]);
  });
});
