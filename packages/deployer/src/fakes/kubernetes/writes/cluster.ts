import { type Subject, badRequest } from '../failure.ts';
import type { ServedKind } from '../kinds.ts';
import type { JsonObject, StoredObject } from '../object.ts';
import type { Registry, ResourceRoute } from '../route.ts';
import type { Store } from '../store.ts';

/** What writes act on. `now` is RFC 3339 in whole seconds. */
export interface Cluster {
  readonly store: Store;
  readonly registry: Registry;
  readonly now: () => string;
}

/** One write, with everything of the request that decides about it. */
export interface WriteRequest {
  readonly route: ResourceRoute;
  readonly query: URLSearchParams;
  readonly contentType: string;
  readonly body: string;
  /** Who writes when the query names no fieldManager: the first part of the user agent. */
  readonly agent: string;
  /** Whether the user may do what a patch of an absent object needs. */
  readonly mayCreate: () => void;
}

/** The outcome of a write: the object (or a Status) and the status code. */
export interface Written {
  readonly code: 200 | 201 | 202;
  readonly object: StoredObject | JsonObject;
  readonly warnings?: readonly string[];
}

export function subjectOf({ group, plural, kind }: ServedKind, name: string): Subject {
  return { group, plural, kind, name };
}

export function isDryRun(query: URLSearchParams): boolean {
  return query.get('dryRun') === 'All';
}

export function fieldManager({ query, agent }: WriteRequest): string {
  return query.get('fieldManager') ?? agent;
}

/** Parses a body that must be one JSON object. */
export function parsed(body: string): JsonObject {
  try {
    const value: unknown = JSON.parse(body);
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as JsonObject;
  } catch {
    // Falls through to the refusal, which is the same for what is no JSON and what is no object.
  }
  throw badRequest('the object provided is unrecognized (must be of type object): couldn\'t get version/kind; json parse error');
}
