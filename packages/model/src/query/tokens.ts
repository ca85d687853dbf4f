/** A piece of PromQL or LogQL: a word, a quoted string, a number, a bracketed part kept whole, or one character. */
export interface Token {
  readonly kind: 'word' | 'string' | 'number' | 'braces' | 'brackets' | 'sign';
  readonly text: string;
}

const pattern = /\s+|#[^\n]*|("(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|`[^`]*`)|(\{(?:"(?:[^"\\]|\\.)*"|`[^`]*`|[^}"`])*\})|(\[[^\]]*\])|([a-zA-Z_:][\w:]*)|(\d[\w.]*)|(.)/gsy;

/** Cuts a query into tokens; spaces and comments are dropped. Never throws: the grammar has judged the text already. */
export function tokens(query: string): readonly Token[] {
  const found: Token[] = [];
  for (const [text, string, braces, brackets, word, number, sign] of query.matchAll(pattern)) {
    if (string !== undefined) found.push({ kind: 'string', text });
    else if (braces !== undefined) found.push({ kind: 'braces', text });
    else if (brackets !== undefined) found.push({ kind: 'brackets', text });
    else if (word !== undefined) found.push({ kind: 'word', text });
    else if (number !== undefined) found.push({ kind: 'number', text });
    else if (sign !== undefined) found.push({ kind: 'sign', text });
  }
  return found;
}

/** The words of the parenthesised list that opens at `index`, and the index after it. */
export function wordList(list: readonly Token[], index: number): { readonly words: readonly string[]; readonly after: number } {
  const words: string[] = [];
  let at = index + 1;
  for (; at < list.length && list[at]?.text !== ')'; at += 1) if (list[at]?.kind === 'word') words.push(list[at]?.text ?? '');
  return { words, after: at + 1 };
}

/** The index of the `)` that closes the `(` at `index`. */
export function closing(list: readonly Token[], index: number): number {
  let depth = 0;
  for (let at = index; at < list.length; at += 1) {
    if (list[at]?.text === '(') depth += 1;
    if (list[at]?.text === ')') depth -= 1;
    if (depth === 0) return at;
  }
  return list.length;
}
