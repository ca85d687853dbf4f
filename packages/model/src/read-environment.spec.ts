import { describe, expect, it } from '@jest/globals';
import { type EnvironmentInput, ProblemsError, environmentInputs, environmentNamed, environmentNames } from './index.ts';
import { readEnvironment } from './read-environment.ts';

function problemsOf(run: () => unknown) {
  try {
    run();
  } catch (thrown) {
    if (thrown instanceof ProblemsError) return thrown.problems;
    throw thrown;
  }
  return [];
}

const [first] = environmentInputs;
const broken = (change: object): EnvironmentInput => ({ ...first, ...change }) as EnvironmentInput;

describe('environmentNamed', () => {
  it.each(environmentNames)('%s fits the schema', (name) => {
    expect(environmentNamed(name).name).toBe(name);
  });

  it('has the document\'s retention where customers are (decisions 17)', () => {
    expect(environmentNamed('production').retention).toMatchObject({ metricsHot: '14d', metrics: '90d', logs: '30d', logArchive: '1y', traces: '7d' });
    expect(environmentNamed('production').sampling.traces).toBe(0.1);
  });

  it('runs the same majors in every cluster (decisions 11)', () => {
    const majors = environmentNames.map(environmentNamed).filter(({ target }) => target.kind === 'kubernetes').map(({ components }) => JSON.stringify(components, (_key, value) => (typeof value === 'string' ? value.split('.')[0] : value)));
    expect(new Set(majors).size).toBe(1);
  });

  it('names what exists when asked for what does not', () => {
    expect(problemsOf(() => environmentNamed('prod'))).toMatchObject([{ code: 'environment-unknown', fix: expect.stringContaining('did you mean production?') }]);
    expect(problemsOf(() => environmentNamed('stagin'))).toMatchObject([{ fix: expect.stringContaining('did you mean staging?') }]);
  });
});

describe('readEnvironment', () => {
  it('reports every fault of a file at once, with file and path', () => {
    const input = broken({ retension: {}, scrapeInterval: '15x', limits: { ...first.limits, loki: { maxQuerySeries: 0 } } });
    const problems = problemsOf(() => readEnvironment('dev', [input]));
    expect(problems.map(({ where }) => where.path)).toEqual(['limits.loki.maxQuerySeries', 'retension', 'scrapeInterval']);
    expect(problems.every(({ where }) => where.file === 'packages/model/src/environments/dev.ts')).toBe(true);
  });

  it('refuses per-project tenancy until it is built (decisions 12)', () => {
    expect(problemsOf(() => readEnvironment('dev', [broken({ tenancy: 'perProject' })]))).toMatchObject([{ code: 'environment-tenancy' }]);
  });
});
