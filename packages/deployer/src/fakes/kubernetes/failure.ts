import type { JsonObject } from './object.ts';

/** A refusal of the server: thrown by handlers, answered as a Status object. */
export class Failure extends Error {
  override readonly name = 'Failure' as const;
  readonly code: number;
  readonly status: JsonObject;
  readonly headers: Readonly<Record<string, string>>;

  constructor(code: number, reason: string, message: string, details?: JsonObject, headers: Readonly<Record<string, string>> = {}) {
    super(message);
    this.code = code;
    this.headers = headers;
    this.status = statusObject(code, reason, message, details);
  }
}

export function statusObject(code: number, reason: string, message: string, details?: JsonObject): JsonObject {
  return { kind: 'Status', apiVersion: 'v1', metadata: {}, status: 'Failure', message, ...(reason === '' ? {} : { reason }), ...(details === undefined ? {} : { details }), code };
}

/** What a failure is about, as messages and details name it. `kind` is the plural, or the kind for a 422. */
export interface Subject {
  readonly group: string;
  readonly plural: string;
  readonly kind: string;
  readonly name: string;
}

const qualified = ({ plural, group }: Subject): string => (group === '' ? plural : `${plural}.${group}`);
const detailsOf = ({ name, group, plural }: Subject): JsonObject => ({ name, ...(group === '' ? {} : { group }), kind: plural });

export function notFound(subject: Subject): Failure {
  return new Failure(404, 'NotFound', `${qualified(subject)} "${subject.name}" not found`, detailsOf(subject));
}

/** For a resource that a group version does not have. */
export function noSuchPath(): Failure {
  return new Failure(404, 'NotFound', 'the server could not find the requested resource', {});
}

/** For a path that the server knows nothing about, not even the group version: answered in plain text. */
export class NoSuchPage extends Error {
  override readonly name = 'NoSuchPage' as const;
  readonly text = '404 page not found\n';
}

export function alreadyExists(subject: Subject): Failure {
  return new Failure(409, 'AlreadyExists', `${qualified(subject)} "${subject.name}" already exists`, detailsOf(subject));
}

export function conflict(subject: Subject, why: string): Failure {
  return new Failure(409, 'Conflict', `Operation cannot be fulfilled on ${qualified(subject)} "${subject.name}": ${why}`, detailsOf(subject));
}

export function badRequest(message: string): Failure {
  return new Failure(400, 'BadRequest', message);
}

/** One field that validation refuses. */
export interface Cause {
  readonly reason: string;
  readonly message: string;
  readonly field: string;
}

export function invalid({ group, kind, name }: Subject, causes: readonly Cause[]): Failure {
  const listed = causes.map(({ field, message }) => `${field}: ${message}`);
  const text = listed.length === 1 ? listed[0] : `[${listed.join(', ')}]`;
  const qualifiedKind = group === '' ? kind : `${kind}.${group}`;
  return new Failure(422, 'Invalid', `${qualifiedKind} "${name}" is invalid: ${text}`, { ...(name === '' ? {} : { name }), ...(group === '' ? {} : { group }), kind, causes: causes.map((cause) => ({ ...cause })) });
}

export function forbidden(subject: Subject, why: string, causes?: readonly JsonObject[]): Failure {
  const named = subject.name === '' ? qualified(subject) : `${qualified(subject)} "${subject.name}"`;
  return new Failure(403, 'Forbidden', `${named} is forbidden: ${why}`, { ...(subject.name === '' ? {} : { name: subject.name }), ...(subject.group === '' ? {} : { group: subject.group }), kind: subject.plural, ...(causes === undefined ? {} : { causes }) });
}

/** A failure inside the server, which real servers also answer malformed applies with. */
export function internal(message: string): Failure {
  return new Failure(500, '', message);
}
