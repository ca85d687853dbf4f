import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import type { Problem } from '@bud-o11y/model';
import { dashboardArtifact, smallBundle } from '../fixtures/artifacts.ts';
import { inTemporaryFolder, runLine } from '../fixtures/host.ts';

const fault: Problem = { code: 'query-syntax', severity: 'error', where: { artifact: 'dashboard:overview' }, what: 'broken', why: 'x', fix: 'y' };
const twice = [...smallBundle(), dashboardArtifact({ name: 'overview' })];

describe('the report of a run that ends before it begins', () => {
  it.each([
    { what: 'an environment that is not there', line: 'plan -e nope', exit: 1, says: /failures="1"[^]*name="environment-unknown/ },
    { what: 'the same, of an apply', line: 'apply -e nope', exit: 1, says: /failures="1"[^]*name="environment-unknown/ },
    { what: 'the same, of destroy', line: 'destroy -e nope --name nope', exit: 1, says: /failures="1"[^]*name="environment-unknown/ },
    { what: 'the same, of check', line: 'check -e nope', exit: 1, says: /failures="1"[^]*name="environment-unknown/ },
    { what: 'a bundle that is wrong', line: 'plan', artifacts: twice, exit: 1, says: /failures="[1-9]/ },
    { what: 'an error of a check', line: 'apply', problems: [fault], exit: 1, says: /failures="1"[^]*name="query-syntax dashboard:overview"><failure message="broken"/ },
    { what: 'the hosts of the examples', line: 'apply -e production', exit: 3, says: /name="artifact-example-host/ },
    { what: 'a plan that is not there', line: 'apply --plan gone.json', exit: 1, says: /errors="1"[^]*name="notFound"><error message="[^"]*gone\.json/ },
    { what: 'a foreign file in the way', line: 'apply --directory out', exit: 3, says: /failures="1"[^]*name="target-foreign-object"/ },
  ])('tells why: $what', async ({ line, artifacts = smallBundle(), problems = [], exit, says }) => await inTemporaryFolder(async (workspace) => {
    await mkdir(join(workspace, 'out/mimir'), { recursive: true });
    await writeFile(join(workspace, 'out/mimir/mimir.yaml'), 'foreign');
    await writeFile(join(workspace, 'report.xml'), '<testsuites name="of the last run" tests="9"/>');
    expect(await runLine(`${line} --junit report.xml`, { workspace, artifacts, problems })).toMatchObject({ exit });
    expect(await readFile(join(workspace, 'report.xml'), 'utf8')).toMatch(says);
  }));
});
