import { type Environment, canonical } from '@bud-o11y/model';

/** A part of a panel: either the same everywhere, and then built once when its module is loaded, or made for each environment. */
export type Varying<T> = { readonly fixed: T } | { readonly of: (environment: Environment) => T };

/** The part in an environment. */
export function within<T>(part: Varying<T>, environment: Environment): T {
  return 'fixed' in part ? part.fixed : part.of(environment);
}

/** Makes one value of several parts; once, when all of them are the same everywhere. */
export function combine<T, R>(parts: readonly Varying<T>[], join: (values: readonly T[]) => R): Varying<R> {
  const fixed = parts.flatMap((part) => ('fixed' in part ? [part.fixed] : []));
  if (fixed.length === parts.length) return { fixed: canonical(join(fixed)) };
  return { of: (environment) => join(parts.map((part) => within(part, environment))) };
}
