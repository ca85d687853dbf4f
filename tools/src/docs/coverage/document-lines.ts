/** One line of a document that the coverage must name. */
export interface DocumentLine {
  readonly section: string;
  readonly line: string;
}

/**
 * The table rows, code blocks and bullets of a Markdown document, by section number; bullets inside a drawing count too.
 * A second code block of a section would get the name of the first: the caller finds the repetition.
 */
export function documentLines(text: string): readonly DocumentLine[] {
  const found: DocumentLine[] = [];
  let section = '';
  let inCode = false;
  let inTable = false;
  for (const line of text.split('\n')) {
    const heading = inCode ? undefined : /^#{2,3} (\d+(?:\.\d+)?)\.? /.exec(line)?.[1];
    if (heading !== undefined) section = heading;
    else if (!inCode && /^## /.test(line)) section = '';
    if (line.startsWith('```')) {
      inCode = !inCode;
      if (inCode) found.push({ section, line: 'code block' });
    } else if (inCode) {
      found.push(...[...line.matchAll(/•\s*([^•│]+)/g)].map(([, bullet = '']) => ({ section, line: bullet.trim() })));
    } else if (/^\|[\s:|-]+\|$/.test(line)) {
      inTable = true;
    } else if (line.startsWith('|')) {
      if (inTable) found.push({ section, line: (line.split('|')[1] ?? '').trim().replaceAll('`', '') });
    } else {
      inTable = false;
      const bullet = /^\s*[-*] (.+)$/.exec(line)?.[1];
      if (bullet !== undefined) found.push({ section, line: bullet.trim() });
    }
  }
  return found;
}
