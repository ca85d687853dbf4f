import { describe, expect, it } from '@jest/globals';
import { type Artifact, environmentInputs, type EnvironmentInput, type Problem } from '@bud-o11y/model';
import { alertArtifact, configArtifact, dashboardArtifact, recordingArtifact, smallBundle } from './fixtures/artifacts.ts';
import { contents, inTemporaryFolder, runLine, type Said } from './fixtures/host.ts';

interface Row {
  readonly what: string;
  readonly line: string;
  readonly artifacts?: readonly Artifact[];
  readonly problems?: readonly Problem[];
  readonly environments?: Parameters<typeof runLine>[1]['environments'];
  readonly exit: number;
  readonly says: RegExp;
}

const broken: Problem = { code: 'query-syntax', severity: 'error', where: { file: 'packages/rules/src/groups/x.ts', line: 3, column: 7 }, what: 'unexpected `)`', why: 'the ruler refuses the whole group', fix: 'close the parenthesis' };
/** The same environments, with typos in `local`. */
const misspelt = environmentInputs.map((input) => (input.name === 'local' ? { ...input, retention: { ...input.retention, metrics: '14 days' }, scrapeIntervall: '15s' } : input)) as unknown as readonly EnvironmentInput[];

/** Wrong input of issue 3, each with its exit code and the words that must be in the message. */
const rows: readonly Row[] = [
  { what: 'an unknown environment', line: 'plan -e prodution', exit: 1, says: /did you mean production\?/ },
  { what: 'typos in an environment file, all at once', line: 'plan', environments: misspelt, exit: 1, says: /environments\/local\.ts[^]*retention\.metrics[^]*"scrapeIntervall"|"scrapeIntervall"[^]*retention\.metrics/ },
  { what: 'a duplicated UID', line: 'apply', artifacts: [dashboardArtifact({ name: 'overview' }), dashboardArtifact({ name: 'overview', revision: '2' })], exit: 1, says: /bundle-duplicate[^]*dashboard:overview/ },
  { what: 'a broken query', line: 'plan', artifacts: [{ ...recordingArtifact({ name: 'x' }), problems: [broken] } as Artifact], exit: 1, says: /groups\/x\.ts:3:7/ },
  { what: 'an error of a check', line: 'apply', problems: [broken], exit: 1, says: /unexpected `\)`[^]*fix: close the parenthesis/ },
  { what: 'an unknown flag', line: 'apply --detailed-exitcodes', exit: 1, says: /unknown option '--detailed-exitcodes'/ },
  { what: 'an unknown verb', line: 'aply', exit: 1, says: /Did you mean apply\?/ },
  { what: 'an argument too many', line: 'apply production', exit: 1, says: /too many arguments/ },
  { what: 'an unknown form of output', line: 'plan -o yaml', exit: 1, says: /Allowed choices are text, json/ },
  { what: 'all environments for a verb that takes one', line: 'apply -e all', exit: 1, says: /one environment/ },
  { what: 'hosts of bud.example in an apply to a cluster', line: 'apply -e production', exit: 3, says: /artifact-example-host[^]*environments\/production\.ts/ },
  { what: 'an unknown verb that help is asked for', line: 'help nope', exit: 1, says: /^error usage {2}unknown command 'nope'\n[^]*fix: run `bud-o11y --help`[^\n]*\nexit 1/ },
  { what: 'a target folder without a name', line: 'apply --directory=', exit: 1, says: /--directory is empty/ },
  { what: 'the repository itself as the target', line: 'apply --directory .', exit: 3, says: /cannot be a target: it is the repository itself/ },
  { what: 'rendered/ as the target', line: 'apply -e dev --directory rendered/x', exit: 3, says: /cannot be a target: rendered\/ is written by/ },
  { what: 'the repository itself as a folder of files', line: 'render --out .', exit: 3, says: /cannot be a target/ },
  { what: 'git asked where there is no repository', line: 'diff', exit: 1, says: /is not in a git repository[^]*fix: run it in a clone/ },
  { what: 'names equal but for case', line: 'plan', artifacts: [dashboardArtifact({ name: 'errors' }), dashboardArtifact({ name: 'Errors' })], exit: 1, says: /equal but for case/ },
  { what: 'a name that leaves the target', line: 'plan', artifacts: [{ ...configArtifact({ name: 'x' }), program: '..' } as Artifact], exit: 1, says: /not a safe path/ },
  { what: 'a need that nothing fulfils', line: 'plan', artifacts: [alertArtifact({ name: 'x', needs: ['recording-rules:gone'] })], exit: 1, says: /needs recording-rules:gone/ },
  { what: 'a need of a later wave', line: 'plan', artifacts: [dashboardArtifact({ name: 'late' }), alertArtifact({ name: 'x', needs: ['dashboard:late'] })], exit: 1, says: /plan-later-need/ },
  { what: 'needs in a circle', line: 'plan', artifacts: [alertArtifact({ name: 'a', needs: ['alert-rules:b'] }), alertArtifact({ name: 'b', needs: ['alert-rules:a'] })], exit: 1, says: /alert-rules:a -> alert-rules:b -> alert-rules:a/ },
  { what: 'a plan file that is not there', line: 'apply --plan gone.json', exit: 1, says: /cannot read .*gone\.json/ },
];

describe('wrong input', () => {
  it.each(rows)('$what: exit $exit, and nothing is written', async ({ line, artifacts = smallBundle(), problems = [], environments = environmentInputs, exit, says }) => {
    await inTemporaryFolder(async (workspace) => {
      const said = await runLine(line, { workspace, artifacts, problems, environments });
      expect({ exit: said.exit, err: said.err }).toEqual({ exit, err: expect.stringMatching(says) });
      expectReadable(said);
      expect(await contents(workspace)).toEqual({});
    });
  });
});

/** What and what to do, no stack trace, and the code on the last line. */
function expectReadable({ exit, err }: Said): void {
  expect(err).toMatch(/ {2}fix: \S/);
  expect(err).not.toMatch(/^\s+at .*:\d+:\d+\)?$/m);
  expect(err.trimEnd().split('\n').at(-1)).toMatch(new RegExp(`^exit ${exit}: \\w`));
}
