import type { SyntaxNode } from '@lezer/common';

/** A syntax tree's node with the text that it stands for. */
export interface Source {
  readonly node: SyntaxNode;
  readonly text: string;
}

export function textOf({ node, text }: Source): string {
  return text.slice(node.from, node.to);
}

/** The named children of a node, in order. */
export function children({ node, text }: Source): readonly Source[] {
  const found: Source[] = [];
  for (let child = node.firstChild; child !== null; child = child.nextSibling) found.push({ node: child, text });
  return found;
}

/**
 * What a node's children must be: a construct that is not understood is an error and never a pass.
 * @throws RangeError that names the construct and its position.
 */
export function expectNodes(of: Source, ...names: readonly string[]): readonly Source[] {
  const found = children(of);
  const other = found.find(({ node }, index) => node.name !== names[index]);
  if (other !== undefined) throw unknown(other);
  if (found.length < names.length) throw unknown(of);
  return found;
}

/** The first child, for nodes that wrap one thing. */
export function only(of: Source): Source {
  const [child, more] = children(of);
  if (child === undefined || more !== undefined) throw unknown(more ?? of);
  return child;
}

/** The error about a construct that the interpreter does not know. */
export function unknown(source: Source): RangeError {
  return new RangeError(`LogQL that the interpreter does not know, at character ${source.node.from + 1}: ${source.node.name} \`${textOf(source)}\``);
}

/** The content of a quoted text. */
export function unquote(source: Source): string {
  const raw = textOf(source);
  return raw.startsWith('`') ? raw.slice(1, -1) : String(JSON.parse(raw));
}
