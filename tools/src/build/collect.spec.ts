import { describe, expect, it } from '@jest/globals';
import { type Artifact, type Problem, makeArtifact } from '@bud-o11y/model';
import { collectFiles } from './collect.ts';

const artifact = (path: string, problems: readonly Problem[] = []): Artifact =>
  makeArtifact({ kind: 'datasources', project: 'dashboards', environment: 'dev', name: path, path, source: 'packages/dashboards/src/a.ts', data: { a: 1 }, problems });

describe('collectFiles', () => {
  it('gives files by their path below the project, in order', () => {
    const { files, problems } = collectFiles('dashboards', [artifact('dashboards/dev/b.yaml'), artifact('dashboards/dev/a/c.json')]);
    expect([...files]).toEqual([['dev/a/c.json', '{\n  "a": 1\n}\n'], ['dev/b.yaml', 'a: 1\n']]);
    expect(problems).toEqual([]);
  });

  it.each(['rules/dev/a.yaml', 'dashboards/staging/a.yaml', 'dashboards/dev/../../a.yaml', 'dashboards/dev/.hidden', 'dashboards/dev//a.yaml', 'dashboards/dev/', '/dashboards/dev/a.yaml', 'dashboards/dev/a b.yaml'])('refuses the path %s', (path) => {
    const { files, problems } = collectFiles('dashboards', [artifact(path)]);
    expect([...files]).toEqual([]);
    expect(problems).toMatchObject([{ code: 'build-path', severity: 'error', where: { file: 'packages/dashboards/src/a.ts' } }]);
  });

  it('refuses two paths that are equal but for case', () => {
    const { problems } = collectFiles('dashboards', [artifact('dashboards/dev/a.yaml'), artifact('dashboards/dev/A.yaml')]);
    expect(problems.map(({ what }) => what)).toEqual(['the path dashboards/dev/a.yaml is already that of dashboards/dev/A.yaml']);
  });

  it('hands on what the artifacts carry, errors first, each once', () => {
    const problem = (severity: Problem['severity']): Problem => ({ code: 'a-b', severity, where: {}, what: severity, why: '', fix: '' });
    const { problems } = collectFiles('dashboards', [artifact('dashboards/dev/a.yaml', [problem('info'), problem('error')]), artifact('dashboards/dev/b.yaml', [problem('error')])]);
    expect(problems.map(({ severity }) => severity)).toEqual(['error', 'info']);
  });
});
