import { dump } from 'js-yaml';

const style = { lineWidth: -1, noRefs: true } as const;

/**
 * The one YAML style of rendered/: block style, no anchors, long lines kept whole, keys in the order given, `null` kept.
 * js-yaml writes every scalar, each distinct one once in a process: environments repeat most of theirs.
 */
export function yamlText(value: unknown): string {
  const lines: string[] = [];
  if (!isCollection(value) || isEmpty(value)) return dump(value, style);
  write(value, '', lines);
  return `${lines.join('\n')}\n`;
}

type Collection = readonly unknown[] | Readonly<Record<string, unknown>>;

function isCollection(value: unknown): value is Collection {
  return value !== null && typeof value === 'object';
}

function entriesOf(value: Collection): readonly (readonly [string, unknown])[] {
  return Object.entries(value).filter(([, part]) => part !== undefined);
}

function isEmpty(value: Collection): boolean {
  return Array.isArray(value) ? value.length === 0 : !Object.values(value).some((part) => part !== undefined);
}

/** Appends the lines of a collection that is not empty, each with the indentation before it. */
function write(value: Collection, indent: string, lines: string[]): void {
  const isList = Array.isArray(value);
  for (const [key, part] of entriesOf(value)) {
    const head = isList ? `${indent}-` : `${indent}${keyText(key)}:`;
    if (!isCollection(part) || isEmpty(part)) {
      lines.push(`${head} ${valueText(part, indent)}`);
      continue;
    }
    const at = lines.length;
    if (!isList) lines.push(head);
    write(part, `${indent}  `, lines);
    // The first line of a list's item stands on the line of its dash.
    if (isList) lines[at] = `${head} ${(lines[at] ?? '').slice(indent.length + 2)}`;
  }
}

/** A key stands on one line: one with a line break is quoted. */
function keyText(key: string): string {
  return key.includes('\n') ? JSON.stringify(key) : scalarText(key);
}

function valueText(value: unknown, indent: string): string {
  if (typeof value !== 'string') return isCollection(value) ? (Array.isArray(value) ? '[]' : '{}') : scalarText(value);
  const text = scalarText(value);
  return text.includes('\n') ? text.replaceAll(/\n(?=[^\n])/g, `\n${indent}`) : text;
}

const written = new Map<unknown, string>();

/** A scalar as the value of a key without indentation: the lines of a block after its first have two spaces. */
function scalarText(value: unknown): string {
  const known = written.get(value);
  if (known !== undefined) return known;
  const text = dump({ k: value }, style).slice('k: '.length).replace(/\n$/, '');
  written.set(value, text);
  return text;
}
