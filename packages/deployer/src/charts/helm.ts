import { constants } from 'node:fs';
import { access, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, isAbsolute, join, resolve } from 'node:path';
import { AppError } from '@bud-o11y/model';
import { type Ran, runProgram } from './run-program.ts';

type Variables = Readonly<Record<string, string | undefined>>;

/** Bytes that one run of helm may write. */
const outputLimit = 32 * 1024 * 1024;

/** Variables that a download needs; a rendering gets none. */
const networkVariables = ['HTTPS_PROXY', 'HTTP_PROXY', 'NO_PROXY', 'https_proxy', 'http_proxy', 'no_proxy', 'SSL_CERT_FILE', 'SSL_CERT_DIR'] as const;

/** One run of helm. */
export interface HelmRun {
  readonly args: readonly string[];
  readonly input?: string;
  readonly timeoutMs: number;
  /** Whether it may know the proxies and certificates of this machine. */
  readonly network?: boolean;
}

/** The program, and how it is run: in an empty folder, with an empty environment, without plugins, repositories or a cluster. */
export interface Helm {
  readonly program: string;
  run(run: HelmRun): Promise<Ran>;
}

/**
 * Finds helm: `HELM`, else `.tools/bin` of the workspace, else the PATH. Undefined when there is none.
 * @throws AppError `notFound` when `HELM` names no program: what is asked for by name is not replaced.
 */
export async function findHelm(variables: Variables, workspace: string, signal: AbortSignal): Promise<Helm | undefined> {
  const named = variables['HELM'] ?? '';
  if (named !== '') {
    const program = isAbsolute(named) ? named : resolve(workspace, named);
    if (!(await isProgram(program))) throw new AppError('notFound', `HELM names ${program}, which is no program`, { fix: 'correct the variable HELM, or unset it' });
    return helmAt(program, variables, signal);
  }
  for (const folder of [join(workspace, '.tools', 'bin'), ...(variables['PATH'] ?? '').split(delimiter)]) {
    const program = join(folder, 'helm');
    if (isAbsolute(folder) && (await isProgram(program))) return helmAt(program, variables, signal);
  }
  return undefined;
}

function helmAt(program: string, variables: Variables, signal: AbortSignal): Helm {
  return {
    program,
    run: async ({ args, input, timeoutMs, network = false }) => await inEmptyFolder(async (home) => {
      const env = Object.fromEntries([
        ['HOME', home],
        ['KUBECONFIG', join(home, 'no-kubeconfig')],
        ...['CACHE', 'CONFIG', 'DATA'].map((kind) => [`HELM_${kind}_HOME`, join(home, kind.toLowerCase())]),
        ['HELM_PLUGINS', join(home, 'plugins')],
        ...(network ? networkVariables.flatMap((name) => (variables[name] === undefined ? [] : [[name, variables[name]]])) : []),
      ]) as Record<string, string>;
      return await runProgram({ program, args, cwd: home, env, timeoutMs, outputLimit, signal, ...(input === undefined ? {} : { input }) });
    }),
  };
}

/** A new folder that is removed after the function, whatever it does. */
export async function inEmptyFolder<T>(use: (folder: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'bud-o11y-helm-'));
  try {
    return await use(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function isProgram(path: string): Promise<boolean> {
  return await access(path, constants.X_OK).then(() => true, () => false);
}
