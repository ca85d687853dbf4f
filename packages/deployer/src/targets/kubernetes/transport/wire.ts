import type { AppError } from '@bud-o11y/model';
import type { KubernetesObject } from './resource.ts';

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

export interface ApiRequest {
  readonly method: Method;
  /** From the root of the API, as `resourcePath` makes it. */
  readonly path: string;
  readonly query?: Readonly<Record<string, string>>;
  /** A string is sent as it is; an object as JSON. */
  readonly body?: string | object;
  /** `application/json` unless told. */
  readonly contentType?: string;
  /** `application/json` unless told. */
  readonly accept?: string;
  /** What the request is counted as: verb and resource, `patch configmaps`. */
  readonly name: string;
  /** Whether sending it twice is the same as once. Unless told: GET and server-side apply are, the others are not. */
  readonly idempotent?: boolean;
  /** Sent at once, past the limit: what would be worthless after its turn, as the renewal of a lock. */
  readonly urgent?: boolean;
  /** Retried although the run has used up its retries: what puts things in order at its end, as the return of a lock. Only for what is sent one at a time. */
  readonly reserved?: boolean;
  readonly signal?: AbortSignal;
}

export type ReplyHeaders = Readonly<Record<string, string | readonly string[] | undefined>>;

/** A success: 2xx, complete JSON, and no `Status` that says otherwise. */
export interface ApiReply<Body = KubernetesObject> {
  readonly status: number;
  readonly body: Body;
  /** Texts of the `Warning` headers, cleaned. */
  readonly warnings: readonly string[];
  readonly headers: ReplyHeaders;
}

/** What came over the wire, unread. */
export interface WireReply {
  readonly status: number;
  readonly headers: ReplyHeaders;
  readonly text: string;
}

/** Why an attempt failed, and what that means for the next one. */
export interface Failure {
  readonly error: AppError;
  /** Whether the same request may succeed later. */
  readonly retryable: boolean;
  /** The server's own wish, in milliseconds from now. */
  readonly afterMs?: number;
  /** The HTTP status; absent when no answer came. */
  readonly status?: number;
}

export type Outcome<T> = { readonly value: T } | { readonly failure: Failure };

/** What request bodies of server-side apply are declared as: JSON is valid YAML. */
export const applyPatch = 'application/apply-patch+yaml';

export function isIdempotent({ idempotent, method, contentType }: ApiRequest): boolean {
  return idempotent ?? (method === 'GET' || (method === 'PATCH' && contentType === applyPatch));
}
