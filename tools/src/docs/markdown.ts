/** A Markdown table; `|` and line breaks inside a cell are escaped. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.map(cell).join(' | ')} |`;
  return [line(head), `|${head.map(() => '---').join('|')}|`, ...rows.map(line)].join('\n');
}

function cell(text: string): string {
  return text.replaceAll('|', '\\|').replaceAll(/\s*\n\s*/g, ' ').trim();
}

/** Inline code. */
export function code(text: string): string {
  return `\`${text}\``;
}

/** A generated page: title, who to edit instead, and its parts with an empty line between them. */
export function page(title: string, source: string, ...parts: readonly string[]): string {
  return `${[`# ${title}`, `Generated from ${source} by \`npx nx run tools:build\`: edit that, not this.`, ...parts].join('\n\n')}\n`;
}
