import { type Environment, canonical } from '@bud-o11y/model';

/**
 * A part of a panel: either the same everywhere, and then built once when its module is loaded, or made for each
 * environment and for the dashboard that it stands on, by the names of that dashboard's variables.
 */
export type Varying<T> = { readonly fixed: T } | { readonly of: (environment: Environment, variables: readonly string[]) => T };

/** The part in an environment, on a dashboard with these variables. */
export function within<T>(part: Varying<T>, environment: Environment, variables: readonly string[] = []): T {
  return 'fixed' in part ? part.fixed : part.of(environment, variables);
}

/** Makes one value of several parts; once, when all of them are the same everywhere. */
export function combine<T, R>(parts: readonly Varying<T>[], join: (values: readonly T[]) => R): Varying<R> {
  const fixed = parts.flatMap((part) => ('fixed' in part ? [part.fixed] : []));
  if (fixed.length === parts.length) return { fixed: canonical(join(fixed)) };
  return { of: (environment, variables) => join(parts.map((part) => within(part, environment, variables))) };
}
