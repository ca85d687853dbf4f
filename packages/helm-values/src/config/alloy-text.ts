/** Alloy's own spelling of a string: Go escapes, of which JSON's are a part. */
export function quoted(text: string): string {
  return JSON.stringify(text);
}

/** `["a", "b"]`. */
export function list(items: readonly string[]): string {
  return `[${items.map(quoted).join(', ')}]`;
}

/** `{` … `}` with one aligned `key = value` per line, `depth` tabs deep. */
export function map(entries: Readonly<Record<string, string>>, depth: number): string {
  const pairs = Object.entries(entries);
  const width = Math.max(...pairs.map(([key]) => quoted(key).length));
  const indent = '\t'.repeat(depth + 1);
  return `{\n${pairs.map(([key, value]) => `${indent}${quoted(key).padEnd(width)} = ${quoted(value)},\n`).join('')}${'\t'.repeat(depth)}}`;
}
