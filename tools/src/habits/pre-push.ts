import type { Git } from './git.ts';

const noCommit = /^0+$/;

/**
 * What a push must be checked against, from the lines that git gives the hook (`local-ref local-sha remote-ref remote-sha`).
 * `nothing` when it only deletes; `all` when there is no common commit to compare with.
 */
export async function pushBase(lines: string, git: Git, defaultBranch: string): Promise<{ readonly base: string } | 'nothing' | 'all'> {
  const pushes = lines.split('\n').map((line) => line.split(' ')).filter((fields) => fields.length === 4 && !noCommit.test(fields[1] ?? ''));
  if (pushes.length === 0) return 'nothing';
  const bases: string[] = [];
  for (const [, local = '', , remote = ''] of pushes) {
    const base = await firstThatWorks([
      ...(noCommit.test(remote) ? [] : [() => git.text('merge-base', local, remote)]),
      () => git.text('merge-base', local, `origin/${defaultBranch}`),
      () => git.text('merge-base', local, defaultBranch),
    ]);
    // On the default branch itself the last resort is the pushed commit: comparing it with itself would check nothing.
    if (base === undefined || base === local) return 'all';
    bases.push(base);
  }
  return { base: await oldest(bases, git) };
}

async function firstThatWorks(attempts: readonly (() => Promise<string>)[]): Promise<string | undefined> {
  for (const attempt of attempts) {
    const found = await attempt().catch(() => undefined);
    if (found !== undefined && found !== '') return found;
  }
  return undefined;
}

async function oldest(commits: readonly string[], git: Git): Promise<string> {
  return commits.length === 1 ? (commits[0] ?? '') : git.text('merge-base', '--octopus', ...commits);
}
