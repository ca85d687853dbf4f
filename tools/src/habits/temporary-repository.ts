import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { type Git, gitIn } from './git.ts';

/** A real repository in a temporary folder, for specs. */
export interface TemporaryRepository extends Git {
  write(path: string, text: string): Promise<void>;
  /** Stages everything and commits it; gives the commit's id. */
  commit(): Promise<string>;
  remove(): Promise<void>;
}

/** Git variables of the caller are left out: inside a hook they point at the repository that the hook runs in. */
export async function temporaryRepository(): Promise<TemporaryRepository> {
  const root = await mkdtemp(join(tmpdir(), 'repository-'));
  const who = { name: 'A Committer', email: 'committer@localhost' };
  const git = gitIn(root, {
    PATH: '/usr/local/bin:/usr/bin:/bin', HOME: root, GIT_CONFIG_NOSYSTEM: '1',
    GIT_AUTHOR_NAME: who.name, GIT_AUTHOR_EMAIL: who.email, GIT_COMMITTER_NAME: who.name, GIT_COMMITTER_EMAIL: who.email,
  });
  await git.text('init', '--quiet', '--initial-branch=main');
  return {
    ...git,
    write: async (path, text) => {
      await mkdir(dirname(join(root, path)), { recursive: true });
      await writeFile(join(root, path), text);
    },
    commit: async () => {
      await git.text('add', '--all');
      await git.text('commit', '--quiet', '--allow-empty', '--message=a commit');
      return git.text('rev-parse', 'HEAD');
    },
    remove: () => rm(root, { recursive: true }),
  };
}
