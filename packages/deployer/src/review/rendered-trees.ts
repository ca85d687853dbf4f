import { spawn } from 'node:child_process';
import { readdir, readFile } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { AppError, compareText } from '@bud-o11y/model';
import type { FileSystem } from '../targets/directory/file-system.ts';
import type { Tree } from './review.ts';

type Variables = Readonly<Record<string, string | undefined>>;

/** The files below rendered/ as they lie in the working tree; none when there is no such folder. */
export async function workingTree(workspace: string, fileSystem: FileSystem): Promise<Tree> {
  const root = join(workspace, 'rendered');
  if ((await fileSystem.entry(root)) === undefined) return new Map();
  const entries = (await readdir(root, { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile());
  const paths = entries.map((entry) => join(entry.parentPath, entry.name)).sort(compareText);
  return new Map(await Promise.all(paths.map(async (path) => [relative(root, path).split(sep).join('/'), await readFile(path, 'utf8')] as const)));
}

/**
 * The files below rendered/ as a commit has them.
 * @throws AppError `notFound` when there is no such commit, no repository, or no git.
 */
export async function committedTree(workspace: string, ref: string, variables: Variables): Promise<Tree> {
  const git = async (args: readonly string[], input = ''): Promise<Buffer> => await runGit({ cwd: workspace, env: { ...variables } }, args, input);
  await git(['rev-parse', '--git-dir']).catch((thrown: unknown) => {
    if (thrown instanceof AppError && thrown.code !== 'invalid') throw thrown;
    throw new AppError('notFound', `${workspace} is not in a git repository: ${thrown instanceof Error ? thrown.message : String(thrown)}`, { cause: thrown, fix: 'run it in a clone of the repository' });
  });
  const commit = (await git(['rev-parse', '--verify', '--quiet', '--end-of-options', `${ref}^{commit}`]).catch((thrown: unknown) => {
    if (thrown instanceof AppError && thrown.code !== 'invalid') throw thrown;
    throw new AppError('notFound', `git knows no commit ${JSON.stringify(ref)} here`, { cause: thrown, fix: 'fetch it, or name another one with --base' });
  })).toString('utf8').trim();
  const listing = (await git(['ls-tree', '-r', '-z', commit, '--', 'rendered'])).toString('utf8');
  const files = listing.split('\0').filter((line) => line !== '').flatMap((line) => {
    const [head = '', path = ''] = line.split('\t');
    const [mode, type, object] = head.split(' ');
    return type === 'blob' && mode !== '120000' && object !== undefined ? [{ path: path.slice('rendered/'.length), object }] : [];
  });
  const blobs = await git(['cat-file', '--batch'], files.map(({ object }) => `${object}\n`).join(''));
  return new Map(split(blobs, files.map(({ path }) => path)));
}

/** Takes the answers of `cat-file --batch` apart: `<object> blob <size>`, the bytes, a newline; in the order asked. */
function split(blobs: Buffer, paths: readonly string[]): [string, string][] {
  let at = 0;
  return paths.map((path) => {
    const end = blobs.indexOf(0x0a, at);
    const size = Number(blobs.toString('utf8', at, end).split(' ')[2]);
    const text = blobs.toString('utf8', end + 1, end + 1 + size);
    at = end + size + 2;
    return [path, text];
  });
}

/** Runs git without a shell, with the variables given and no others. @throws AppError `invalid` when git says no, `notFound` when there is none. */
async function runGit(place: { readonly cwd: string; readonly env: NodeJS.ProcessEnv }, args: readonly string[], input: string): Promise<Buffer> {
  return await new Promise((resolve, reject) => {
    const child = spawn('git', args, { ...place, stdio: ['pipe', 'pipe', 'pipe'] });
    const out: Buffer[] = [];
    const err: Buffer[] = [];
    child.stdout.on('data', (chunk: Buffer) => out.push(chunk));
    child.stderr.on('data', (chunk: Buffer) => err.push(chunk));
    child.on('error', (thrown) => reject(new AppError('notFound', `git cannot be started: ${thrown.message}`, { cause: thrown, fix: 'install git' })));
    child.on('close', (code) => {
      if (code === 0) resolve(Buffer.concat(out));
      else reject(new AppError('invalid', `git ${args[0]} failed: ${Buffer.concat(err).toString('utf8').trim()}`));
    });
    child.stdin.on('error', () => undefined);
    child.stdin.end(input);
  });
}
