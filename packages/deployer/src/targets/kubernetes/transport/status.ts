import { AppError } from '@bud-o11y/model';
import { serverText } from './server-text.ts';

export interface StatusCause {
  readonly reason: string;
  readonly message: string;
  /** Path of the field as the server writes it: `.data.rules`, `spec.selector`. */
  readonly field: string;
}

/** A `Status` of the API server, cleaned; it is the `cause` of the AppError that it led to. */
export interface Status {
  readonly code: number;
  readonly reason: string;
  readonly message: string;
  /** Kind or plural of the thing that the status is about; empty when the server does not say. */
  readonly kind: string;
  readonly name: string;
  readonly causes: readonly StatusCause[];
  readonly retryAfterSeconds?: number;
}

/** A field that another manager owns. */
export interface FieldConflict {
  readonly manager: string;
  readonly field: string;
  readonly message: string;
}

/**
 * Reads the body of an answer; undefined when it is not a `Status`. Neither the secrets of the credential nor those that were
 * sent are in it; of the latter paths and names may be, for a key of a Secret may be spelt like its value.
 */
export function readStatus(body: unknown, httpStatus: number, secrets: readonly string[], sent: readonly string[] = []): Status | undefined {
  if (!isRecord(body) || body.kind !== 'Status') return undefined;
  const text = (value: unknown): string => (typeof value === 'string' ? serverText(value, secrets) : '');
  const message = (value: unknown): string => (typeof value === 'string' ? serverText(value, [...secrets, ...sent]) : '');
  const details = isRecord(body.details) ? body.details : {};
  const causes = Array.isArray(details.causes) ? details.causes.filter(isRecord) : [];
  return {
    code: typeof body.code === 'number' ? body.code : httpStatus,
    reason: text(body.reason),
    message: message(body.message),
    kind: text(details.kind),
    name: text(details.name),
    causes: causes.map((cause) => ({ reason: text(cause.reason), message: cause.reason === 'FieldManagerConflict' ? text(cause.message) : message(cause.message), field: text(cause.field) })),
    ...(typeof details.retryAfterSeconds === 'number' && details.retryAfterSeconds > 0 ? { retryAfterSeconds: details.retryAfterSeconds } : {}),
  };
}

/** A body that claims failure, whatever the HTTP status says. */
export function isFailureStatus(body: unknown): boolean {
  return isRecord(body) && body.kind === 'Status' && body.status !== 'Success';
}

/** The `Status` behind an error of the transport; undefined for network failures and for other errors. */
export function statusOf(thrown: unknown): Status | undefined {
  if (!(thrown instanceof AppError) || !isRecord(thrown.cause)) return undefined;
  return typeof thrown.cause.code === 'number' && Array.isArray(thrown.cause.causes) ? (thrown.cause as unknown as Status) : undefined;
}

/** The fields that stood in the way of a server-side apply, with their managers; empty when that was not the reason. */
export function fieldConflicts(thrown: unknown): readonly FieldConflict[] {
  const causes = statusOf(thrown)?.causes ?? [];
  return causes.filter((cause) => cause.reason === 'FieldManagerConflict').map(({ field, message }) => ({ manager: /conflict with "([^"]*)"/.exec(message)?.[1] ?? '', field, message }));
}

export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
