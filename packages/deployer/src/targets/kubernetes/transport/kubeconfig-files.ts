import { readFile, stat } from 'node:fs/promises';
import { delimiter, dirname, join, resolve } from 'node:path';
import { load } from 'js-yaml';
import { AppError } from '@bud-o11y/model';
import { isRecord } from './status.ts';

export interface KubeconfigPlace {
  /** `--kubeconfig`; instead of what the environment says. */
  readonly path?: string;
  /** Where relative paths start. */
  readonly cwd: string;
  /** The caller's environment: `KUBECONFIG`, `HOME`. */
  readonly variables: Readonly<Record<string, string | undefined>>;
}

/** A named entry of a kubeconfig, as it is written, with the folder that its paths are relative to. */
export interface Entry {
  readonly name: string;
  readonly value: Readonly<Record<string, unknown>>;
  readonly folder: string;
}

/** Several files merged as kubectl does: the first one that says something wins. */
export interface KubeconfigText {
  readonly files: readonly string[];
  readonly currentContext?: string;
  readonly contexts: readonly Entry[];
  readonly clusters: readonly Entry[];
  readonly users: readonly Entry[];
}

const largestFile = 4 * 1024 * 1024;

/**
 * Reads the kubeconfigs and nothing that they point to. Undefined when there is none.
 * @throws AppError `notFound` for a file that was asked for by name, `invalid` for one that is no kubeconfig.
 */
export async function readKubeconfigs({ path, cwd, variables }: KubeconfigPlace): Promise<KubeconfigText | undefined> {
  const asked = path === undefined ? (variables.KUBECONFIG ?? '').split(delimiter).filter((part) => part !== '') : [path];
  const candidates = asked.length > 0 ? asked.map((part) => resolve(cwd, part)) : variables.HOME === undefined ? [] : [join(variables.HOME, '.kube', 'config')];
  const documents: { readonly file: string; readonly document: Readonly<Record<string, unknown>> }[] = [];
  for (const file of candidates) {
    const text = await textOf(file);
    if (text !== undefined) documents.push({ file, document: parsed(text, file) });
  }
  if (documents.length === 0) {
    if (asked.length === 0) return undefined;
    throw new AppError('notFound', `no kubeconfig at ${candidates.join(', ')}`, { fix: 'correct --kubeconfig or KUBECONFIG' });
  }
  const entries = (list: string, key: string): readonly Entry[] => firstByName(documents.flatMap(({ file, document }) => entriesOf(document, list, key, file)));
  const currentContext = documents.map(({ document }) => document['current-context']).find((name) => typeof name === 'string' && name !== '');
  return {
    files: documents.map(({ file }) => file),
    ...(typeof currentContext === 'string' ? { currentContext } : {}),
    contexts: entries('contexts', 'context'),
    clusters: entries('clusters', 'cluster'),
    users: entries('users', 'user'),
  };
}

async function textOf(file: string): Promise<string | undefined> {
  try {
    if ((await stat(file)).size > largestFile) throw new AppError('invalid', `${file} is larger than 4 MiB: that is no kubeconfig`);
    return await readFile(file, 'utf8');
  } catch (thrown) {
    if (thrown instanceof AppError) throw thrown;
    const code = typeof thrown === 'object' && thrown !== null && 'code' in thrown ? thrown.code : '';
    if (code === 'ENOENT' || code === 'ENOTDIR') return undefined;
    throw new AppError(code === 'EACCES' ? 'forbidden' : 'invalid', `the kubeconfig ${file} cannot be read (${String(code)})`, { cause: thrown, fix: 'correct --kubeconfig or KUBECONFIG' });
  }
}

function parsed(text: string, file: string): Readonly<Record<string, unknown>> {
  let document: unknown;
  try {
    document = load(text, { maxAliases: 0, maxDepth: 32 });
  } catch (thrown) {
    // The parser's message may quote the file; a kubeconfig holds secrets, so only the place is told.
    const line = typeof thrown === 'object' && thrown !== null && 'mark' in thrown && isRecord(thrown.mark) && typeof thrown.mark.line === 'number' ? ` (line ${thrown.mark.line + 1})` : '';
    throw new AppError('invalid', `the kubeconfig ${file} is not valid YAML${line}`);
  }
  if (!isRecord(document) || (document.kind !== undefined && document.kind !== 'Config')) throw new AppError('invalid', `${file} is no kubeconfig: \`kind: Config\` is missing`);
  return document;
}

function entriesOf(document: Readonly<Record<string, unknown>>, list: string, key: string, file: string): readonly Entry[] {
  const value = document[list] ?? [];
  if (!Array.isArray(value)) throw new AppError('invalid', `${file}: \`${list}\` is no list`);
  return value.map((entry: unknown, index) => {
    if (!isRecord(entry) || typeof entry.name !== 'string' || !isRecord(entry[key] ?? {})) throw new AppError('invalid', `${file}: ${list}[${index}] needs \`name\` and \`${key}\``);
    return { name: entry.name, value: (entry[key] ?? {}) as Entry['value'], folder: dirname(file) };
  });
}

function firstByName(entries: readonly Entry[]): readonly Entry[] {
  const names = new Set<string>();
  return entries.filter(({ name }) => !names.has(name) && names.add(name) !== undefined);
}
