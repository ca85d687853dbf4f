import { redact } from '../../../redact.ts';
import { printable } from '../../../report/printable.ts';

const longest = 2000;

/** How the server shows an object that it refuses: JSON, or a struct of Go; whole pods, with every variable in them. */
const dump = /(Invalid value: )(?:[\w.*&]+|\[\][\w.*]+|map\[[^\]]*\])?\{.*?\}(?=: |$)/gs;

/**
 * Text of a server or plugin, made safe to show and to keep: known secrets and what looks like one replaced, values that are
 * whole objects left out, control characters made visible, cut at 2,000 characters.
 */
export function serverText(text: string, secrets: readonly string[] = []): string {
  let clean = text;
  // The longest first: one may begin with another.
  for (const secret of secrets.toSorted((a, b) => b.length - a.length)) {
    if (secret !== '') clean = clean.replaceAll(secret, '‹hidden›');
  }
  clean = printable(redact(clean.replace(dump, '$1‹object›'))).trim();
  return clean.length > longest ? `${clean.slice(0, longest)}…` : clean;
}
