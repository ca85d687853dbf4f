import { realpath } from 'node:fs/promises';
import { basename, dirname, resolve } from 'node:path';
import type { Git } from './git.ts';

/** A project whose build is affected by the commit. */
export interface AffectedBuild {
  readonly project: string;
  /** Repository paths of the folders and files that it writes. */
  readonly outputs: readonly string[];
  /** Whether it reads a file of the repository. */
  reads(path: string): boolean;
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
 * Builds what the staged sources affect and stages what those builds wrote, nothing else.
 * @returns the files that it staged.
 * @throws CommitStopped when the builds would read changes that are not staged: their output would belong to no commit. And
 * when git commits from an index of its own (`git commit -- <path>`): what is staged here would be missing in the real one.
 */
export async function preCommit(git: Git, builds: Builds): Promise<readonly string[]> {
  const staged = (await git.list('diff', '--cached', '--name-only', '--no-renames')).filter((file) => !isOutput(file));
  if (staged.length === 0) return [];
  const affected = await builds.affected(staged);
  if (affected.length === 0) return [];
  if (await isPartialCommit(git)) throw new CommitStopped(partialText(affected));
  const left = [...await git.list('diff', '--name-only', '--no-renames'), ...await git.list('ls-files', '--others', '--exclude-standard')];
  const read = left.filter((file) => !isOutput(file) && affected.some((build) => build.reads(file)));
  if (read.length > 0) throw new CommitStopped(unstagedText(read));
  await builds.run(affected.map(({ project }) => project));
  return stageOutputs(git, affected.flatMap(({ outputs }) => outputs));
}

/** Git names the index that it commits from to its hooks: its own, that with the ending of its lock (`-a`), or a temporary one. */
async function isPartialCommit(git: Git): Promise<boolean> {
  const used = resolve(git.root, await git.text('rev-parse', '--git-path', 'index'));
  const [folder, own] = [await realpath(dirname(used)), await realpath(await git.text('rev-parse', '--absolute-git-dir'))];
  return folder !== own || !['index', 'index.lock'].includes(basename(used));
}

async function stageOutputs(git: Git, outputs: readonly string[]): Promise<readonly string[]> {
  const changed = new Set(await git.list('ls-files', '--modified', '--deleted', '--others', '--exclude-standard', '--', ...outputs));
  if (changed.size > 0) await git.text('add', '--all', '--', ...changed);
  return [...changed].sort();
}

function unstagedText(files: readonly string[]): string {
  return [
    'pre-commit: this commit changes what is rendered, and these files have changes that are not staged:',
    ...[...new Set(files)].sort().map((file) => `  ${file}`),
    'The build reads files as they lie, so rendered/ and docs/ would hold changes that this commit does not.',
    'Stage them (git add), or put them away (git stash push --keep-index --include-untracked), and commit again.',
  ].join('\n');
}

function partialText(builds: readonly AffectedBuild[]): string {
  return [
    'pre-commit: `git commit -- <path>` commits from an index of its own, in which this hook cannot leave what it renders:',
    ...builds.map(({ project, outputs }) => `  ${project}: ${outputs[0] ?? ''}`),
    'Those files would be committed now, and staged in their old form for the next commit.',
    'Stage the sources (git add <path>) and commit without a path.',
  ].join('\n');
}
