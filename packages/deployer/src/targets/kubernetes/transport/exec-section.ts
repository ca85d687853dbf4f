import { basename } from 'node:path';
import { AppError } from '@bud-o11y/model';
import type { ExecPlugin } from './connection.ts';
import { findProgram } from './find-program.ts';
import { knownPlugins } from './kubeconfig-policy.ts';
import { isRecord } from './status.ts';

interface Surroundings {
  /** Folder of the kubeconfig. */
  readonly folder: string;
  readonly variables: Readonly<Record<string, string | undefined>>;
  /** What the plugin is told of the cluster when it asks for it (`provideClusterInfo`). */
  readonly cluster: Readonly<Record<string, string>>;
}

const versions: readonly unknown[] = ['client.authentication.k8s.io/v1', 'client.authentication.k8s.io/v1beta1'];

/**
 * The `exec` section of a kubeconfig, ready to run. The plugin's environment is PATH, HOME, what the section declares
 * and, for a well-known plugin, the variables that it is known to read; nothing else of the caller's.
 * @throws AppError `invalid` for a section that cannot be followed, `notFound` for a program that is not there.
 */
export async function execPlugin(section: Readonly<Record<string, unknown>>, { folder, variables, cluster }: Surroundings): Promise<ExecPlugin> {
  const { command, args, env, apiVersion, interactiveMode, installHint, provideClusterInfo } = section;
  if (typeof command !== 'string' || command === '') throw new AppError('invalid', 'the `exec` section of the kubeconfig has no `command`');
  if (!versions.includes(apiVersion)) throw new AppError('invalid', `the \`exec\` section of the kubeconfig has the apiVersion ${JSON.stringify(apiVersion)}`, { fix: 'use client.authentication.k8s.io/v1' });
  if (interactiveMode === 'Always') throw new AppError('unsupported', `the credential plugin ${command} wants a terminal (\`interactiveMode: Always\`)`, { fix: 'log in beforehand and use `interactiveMode: IfAvailable`' });
  const program = await findProgram(command, folder, variables.PATH ?? '');
  const hint = typeof installHint === 'string' ? installHint : '';
  if (program === undefined) throw new AppError('notFound', `the credential plugin ${command} is not on PATH`, { fix: hint === '' ? `install ${command}` : hint });
  const known = Object.hasOwn(knownPlugins, basename(command)) ? knownPlugins[basename(command)] : undefined;
  const inherited = Object.entries(variables).filter((entry): entry is [string, string] => entry[1] !== undefined && (entry[0] === 'PATH' || entry[0] === 'HOME' || known?.test(entry[0]) === true));
  const info = { apiVersion, kind: 'ExecCredential', spec: { interactive: false, ...(provideClusterInfo === true ? { cluster } : {}) } };
  return {
    command: program,
    args: Array.isArray(args) ? args.map(String) : [],
    variables: { ...Object.fromEntries(inherited), ...declared(env), KUBERNETES_EXEC_INFO: JSON.stringify(info) },
    apiVersion: String(apiVersion),
    installHint: hint,
  };
}

function declared(env: unknown): Readonly<Record<string, string>> {
  const entries = Array.isArray(env) ? env.filter(isRecord) : [];
  return Object.fromEntries(entries.filter(({ name }) => typeof name === 'string').map(({ name, value }) => [String(name), typeof value === 'string' ? value : '']));
}
