/** A line for an import block: what is imported from where. */
export interface ImportLine {
  readonly name: string;
  readonly specifier: string;
}

/** Adds an import among those of the same folder, in the order of their paths. */
export function addImport(text: string, { name, specifier }: ImportLine): string {
  const folder = /^\.\/(?:[^/]+\/)?/.exec(specifier)?.[0] ?? './';
  const lines = text.split('\n');
  const siblings = lines.flatMap((line, index) => {
    const from = /^import \{ \w+ \} from '(\.\/[^']+)';$/.exec(line)?.[1];
    return from?.startsWith(folder) ? [{ index, from }] : [];
  });
  const imports = lines.flatMap((line, index) => (line.startsWith('import ') || line.startsWith("} from '") ? [index] : []));
  const next = siblings.find(({ from }) => from > specifier);
  const at = next?.index ?? (siblings.at(-1)?.index ?? imports.at(-1) ?? -1) + 1;
  return lines.toSpliced(at, 0, `import { ${name} } from '${specifier}';`).join('\n');
}

/** Adds `export * from` a file to an index that consists of such lines, in the order of their paths. */
export function addExport(text: string, specifier: string): string {
  return `${[...text.split('\n').filter((line) => line !== ''), `export * from '${specifier}';`].toSorted().join('\n')}\n`;
}

/** Adds a name to the list that begins after `opening` (`export const checks = [`), in order; one line or one line each. */
export function addToList(text: string, opening: string, name: string): string {
  const start = text.indexOf(opening);
  if (start < 0) throw new Error(`no list begins with ${JSON.stringify(opening)}: add ${name} by hand`);
  const begin = start + opening.length;
  const length = text.slice(begin).search(/[\]}]/);
  const body = text.slice(begin, begin + length);
  const names = body.split(',').map((item) => item.trim()).filter((item) => item !== '');
  const at = names.findIndex((existing) => existing > name);
  const all = names.toSpliced(at < 0 ? names.length : at, 0, name);
  const written = body.includes('\n') ? `\n${all.map((item) => `  ${item},`).join('\n')}\n` : all.join(', ');
  return text.slice(0, begin) + written + text.slice(begin + length);
}
