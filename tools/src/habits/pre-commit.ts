import type { Git } from './git.ts';

/** A project whose build is affected by the commit, and the one folder that its build writes. */
export interface AffectedBuild {
  readonly project: string;
  readonly output: string;
}

/** What the hook asks of the workspace. */
export interface Builds {
  /** Builds that depend on any of these files. */
  affected(files: readonly string[]): Promise<readonly AffectedBuild[]>;
  /** Runs them; rejects when one fails. */
  run(projects: readonly string[]): Promise<void>;
}

/** Why a commit is stopped, as the committer reads it. */
export class CommitStopped extends Error {
  override readonly name = 'CommitStopped' as const;
}

const outputFolders = ['rendered/', 'docs/generated/'];
const isOutput = (file: string): boolean => outputFolders.some((folder) => file.startsWith(folder));

/**
 * Builds what the staged sources affect and stages the folders that those builds wrote, nothing else.
 * @returns the files that it staged.
 * @throws CommitStopped when a source is staged in part: the build reads the whole file, so its output would belong to no commit.
 */
export async function preCommit(git: Git, builds: Builds): Promise<readonly string[]> {
  const staged = (await git.list('diff', '--cached', '--name-only', '--no-renames')).filter((file) => !isOutput(file));
  const unstaged = new Set(await git.list('diff', '--name-only', '--no-renames'));
  const split = staged.filter((file) => unstaged.has(file));
  if (split.length > 0) throw new CommitStopped(splitText(split));
  if (staged.length === 0) return [];
  const affected = await builds.affected(staged);
  if (affected.length === 0) return [];
  await builds.run(affected.map(({ project }) => project));
  return stageOutputs(git, affected.map(({ output }) => output));
}

async function stageOutputs(git: Git, outputs: readonly string[]): Promise<readonly string[]> {
  const changed = new Set(await git.list('ls-files', '--modified', '--deleted', '--others', '--exclude-standard', '--', ...outputs));
  if (changed.size > 0) await git.text('add', '--all', '--', ...changed);
  return [...changed].sort();
}

function splitText(files: readonly string[]): string {
  return [
    'pre-commit: these files have both staged and unstaged changes:',
    ...files.map((file) => `  ${file}`),
    'The build reads the whole file, so rendered/ would hold changes that this commit does not.',
    'Stage the rest (git add), or put it away (git stash push --keep-index), and commit again.',
  ].join('\n');
}
