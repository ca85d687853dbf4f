import type { AppError } from '@bud-o11y/model';
import { errorKinds } from '@bud-o11y/model';
import type { Palette } from './palette.ts';
import { printable } from './printable.ts';

/** A failure for a person: what happened, what it means, what to do. The stack only for a bug. */
export function errorText(error: AppError, palette: Palette): string {
  const lines = [
    `${palette.removed('error')} ${palette.dim(error.code)}  ${palette.strong(printable(error.message))}`,
    ...Object.entries(error.details).map(([key, value]) => printable(`  ${key}: ${value}`)),
    `  why: ${errorKinds[error.code].meaning}`,
    printable(`  fix: ${error.fix}`),
  ];
  if (error.code === 'bug') lines.push(printable(error.cause instanceof Error ? (error.cause.stack ?? '') : (error.stack ?? '')));
  return `${lines.join('\n')}\n`;
}
