import { describe, expect, it } from '@jest/globals';
import type { Artifact } from '@bud-o11y/model';
import { collectBundle } from './bundle.ts';
import { alertArtifact, dashboardArtifact, recordingArtifact, smallBundle } from './fixtures/artifacts.ts';

const problemsOf = (artifacts: readonly Artifact[], environment = 'local'): readonly string[] => collectBundle(environment, artifacts, new Map()).problems.map(({ code, where }) => `${code} ${where.artifact}`);

describe('collectBundle', () => {
  it('finds nothing wrong with what is sound, in whatever order it comes', () => {
    expect(problemsOf(smallBundle())).toEqual([]);
    expect(collectBundle('local', smallBundle().toReversed(), new Map())).toEqual(collectBundle('local', smallBundle(), new Map()));
  });

  it.each([
    ['an artifact of another environment', [dashboardArtifact({ name: 'a' })], 'dev', ['bundle-other-environment dashboard:a']],
    ['the same artifact twice: by id, and by path', [dashboardArtifact({ name: 'a' }), dashboardArtifact({ name: 'a' })], 'local', ['bundle-duplicate dashboard:a', 'bundle-duplicate dashboard:a']],
    ['a need that nothing fulfils', [alertArtifact({ name: 'a', needs: ['recording-rules:gone'] })], 'local', ['plan-missing-need alert-rules:a']],
    ['a need of a later wave', [recordingArtifact({ name: 'a', needs: ['dashboard:b'] }), dashboardArtifact({ name: 'b' })], 'local', ['plan-later-need recording-rules:a']],
    ['needs in a circle', [alertArtifact({ name: 'a', needs: ['alert-rules:b'] }), alertArtifact({ name: 'b', needs: ['alert-rules:a'] })], 'local', ['plan-cycle alert-rules:a']],
  ])('finds %s', (_, artifacts, environment, wanted) => expect(problemsOf(artifacts, environment)).toEqual(wanted));
});
