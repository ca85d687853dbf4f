import { execFile } from 'node:child_process';

/** Git in one working tree. */
export interface Git {
  readonly root: string;
  /** Output of a git command without its trailing newline. Rejects with git's own message when it fails. */
  text(...args: readonly string[]): Promise<string>;
  /** Entries of a listing, as git orders them. */
  list(command: string, ...args: readonly string[]): Promise<readonly string[]>;
}

/** `variables` is the environment that git sees: a hook's own, or a clean one in a test. */
export function gitIn(root: string, variables: NodeJS.ProcessEnv): Git {
  const text = (...args: readonly string[]): Promise<string> =>
    new Promise((resolve, reject) => {
      execFile('git', args, { cwd: root, env: variables, maxBuffer: 64 * 1024 * 1024 }, (error, stdout, stderr) => {
        if (error === null) resolve(stdout.replace(/\n$/, ''));
        else reject(new Error(`git ${args.join(' ')}: ${stderr.trim() || error.message}`));
      });
    });
  return { root, text, list: async (command, ...args) => (await text(command, '-z', ...args)).split('\0').filter((entry) => entry !== '') };
}
