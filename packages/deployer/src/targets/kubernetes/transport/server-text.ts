import { redact } from '../../../redact.ts';
import { printable } from '../../../report/printable.ts';

const longest = 2000;

/**
 * Text of a server or plugin, made safe to show and to keep: known secrets and what looks like one replaced, control
 * characters made visible, cut at 2,000 characters.
 */
export function serverText(text: string, secrets: readonly string[] = []): string {
  let clean = text;
  for (const secret of secrets) {
    if (secret !== '') clean = clean.replaceAll(secret, '‹hidden›');
  }
  clean = printable(redact(clean)).trim();
  return clean.length > longest ? `${clean.slice(0, longest)}…` : clean;
}
