import { fork } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { basename, join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Problem } from '@bud-o11y/model';

// Nothing of the model may be loaded here: this speaks when the model itself cannot be.

/** A place in a source file. Lines count from 1. */
interface Place {
  /** Repository path. */
  readonly file: string;
  readonly line?: number;
  readonly column?: number;
}

interface Failure {
  readonly name: string;
  readonly message: string;
  readonly stack: string;
  readonly code: unknown;
}

const workspace = fileURLToPath(new URL('../../..', import.meta.url));

/** Whoever edits these declares things; an error that they throw is a fault of a declaration. */
const generatorSources = /^packages\/(?:model|rules|alerts|dashboards|helm-values)\/src\//;

/**
 * A mistake in a file below packages/ that keeps it from being loaded: it does not parse, imports what is not there, or
 * fails while it is evaluated. Undefined for every other error.
 * @param root absolute path of the repository
 */
export async function loadProblem(thrown: unknown, root: string = workspace): Promise<Problem | undefined> {
  const failure = failureOf(thrown);
  if (failure === undefined) return undefined;
  if (failure.code === 'ERR_MODULE_NOT_FOUND') return missingModule(failure, root);
  const evaluated = evaluatedPlace(failure, root);
  if (evaluated !== undefined) return sourceInvalid(evaluated, failure.message);
  if (failure.name !== 'SyntaxError') return undefined;
  const place = printedPlace(failure.stack, root);
  if (place !== undefined) return sourceInvalid(place, failure.message);
  // Of a fault that only the compiler of Node sees, as a name declared twice, the error does not tell the file.
  return /^ +at compileSourceTextModule /m.test(failure.stack) ? sourceInvalid(await placeToldByNode(root), failure.message) : undefined;
}

/** The same, and also an error that a generator throws while it renders. */
export async function generatorProblem(thrown: unknown, root: string = workspace): Promise<Problem | undefined> {
  const found = await loadProblem(thrown, root);
  const failure = failureOf(thrown);
  // A code means that the world said no: a file that cannot be read is no fault of the source.
  if (found !== undefined || failure === undefined || failure.code !== undefined || ['AppError', 'ProblemsError'].includes(failure.name)) return found;
  const place = placesIn(failure, root).find((candidate) => candidate !== undefined && generatorSources.test(candidate.file));
  return place === undefined ? undefined : sourceInvalid(place, failure.message);
}

/** Asks for the fields, not for the class: an error may come from another realm, as under jest. */
function failureOf(thrown: unknown): Failure | undefined {
  if (typeof thrown !== 'object' || thrown === null) return undefined;
  const { name, message, stack, code } = thrown as Record<string, unknown>;
  return typeof name === 'string' && typeof message === 'string' && typeof stack === 'string' ? { name, message, stack, code } : undefined;
}

/** The line above an excerpt of the source: `file:///…/packages/x/src/y.ts:3`. */
function printedPlace(text: string, root: string): Place | undefined {
  const [, path = '', line] = /^(file:\/\/.*|\/.*):(\d+)$/m.exec(text) ?? [];
  const file = sourceFile(path, root);
  return file === undefined ? undefined : { file, line: Number(line) };
}

/** Loads the sources once more in a process of their own; undefined when they load there. */
async function placeToldByNode(root: string): Promise<Place | undefined> {
  const child = fork(join(root, 'packages/deployer/src/load-sources.ts'), { execArgv: [], stdio: ['ignore', 'ignore', 'pipe', 'ipc'] });
  let text = '';
  child.stderr?.on('data', (chunk: Buffer) => void (text += chunk.toString('utf8')));
  await once(child, 'close');
  return printedPlace(text, root);
}

/** `Cannot find module '/…/gone.ts' imported from /…/index.ts`, or the same of a package. */
function missingModule({ message }: Failure, root: string): Problem | undefined {
  const [, wanted = '', importer = ''] = /^Cannot find (?:module|package) '(.+)' imported from (.+)$/.exec(message) ?? [];
  const file = sourceFile(importer, root);
  if (file === undefined) return undefined;
  const missing = sourceFile(wanted, root);
  const line = lineOf(join(root, file), basename(wanted));
  return sourceInvalid({ file, ...(line === undefined ? {} : { line }) }, `there is no ${missing ?? `package ${wanted}`}`, missing === undefined ? 'run `npm ci`, or correct the import' : 'take the import out, or bring the file back');
}

function lineOf(path: string, word: string): number | undefined {
  try {
    const index = readFileSync(path, 'utf8').split('\n').findIndex((line) => line.includes(word));
    return index < 0 ? undefined : index + 1;
  } catch {
    return undefined;
  }
}

/** The place at which the evaluation of a module stood; what it called stands above it in the stack. */
function evaluatedPlace(failure: Failure, root: string): Place | undefined {
  const lines = failure.stack.split('\n');
  const end = lines.findIndex((line) => /^ +at (?:async )?ModuleJob\.run /.test(line));
  return end < 1 ? undefined : placeOf(lines[end - 1] as string, root);
}

function placesIn(failure: Failure, root: string): readonly (Place | undefined)[] {
  return failure.stack.split('\n').map((line) => placeOf(line, root));
}

/** `    at render (file:///…/packages/x/src/y.ts:3:7)` */
function placeOf(line: string, root: string): Place | undefined {
  const [, path = '', at, column] = /^ +at (?:.*\()?((?:file:\/\/|\/)[^()]*?):(\d+):(\d+)\)?$/.exec(line) ?? [];
  const file = sourceFile(path, root);
  return file === undefined ? undefined : { file, line: Number(at), column: Number(column) };
}

/** The repository path of a file below packages/; undefined for every other. */
function sourceFile(path: string, root: string): string | undefined {
  if (path === '') return undefined;
  const file = relative(root, path.startsWith('file://') ? fileURLToPath(path) : path).split(sep).join('/');
  return /^packages\/[^/]+\/src\//.test(file) ? file : undefined;
}

function sourceInvalid(place: Place | undefined, message: string, fix?: string): Problem {
  const project = place?.file.split('/').slice(0, 2).join('/');
  return {
    code: 'source-invalid',
    severity: 'error',
    where: place ?? {},
    what: message.split('\n')[0] ?? message,
    why: 'everything is generated from the sources: with a fault in one of them nothing can be rendered',
    fix: fix ?? `correct the source; \`npx tsc${project === undefined ? '' : ` -p ${project}`}\` names every place that does not fit`,
  };
}
