/** One value that differs between two configurations; `undefined` where a side does not have it. */
export interface Difference {
  /** Keys that lead to it: `route.routes.1.group_wait`. */
  readonly at: string;
  readonly from: unknown;
  readonly to: unknown;
}

/** Every leaf that differs, in order. */
export function differences(from: unknown, to: unknown, at = ''): readonly Difference[] {
  if (isBranch(from) && isBranch(to)) {
    const keys = [...new Set([...Object.keys(from), ...Object.keys(to)])];
    return keys.flatMap((key) => differences(from[key], to[key], at === '' ? key : `${at}.${key}`));
  }
  return from === to ? [] : [{ at, from, to }];
}

function isBranch(value: unknown): value is Readonly<Record<string, unknown>> {
  return value !== null && typeof value === 'object';
}
