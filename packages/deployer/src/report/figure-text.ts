import type { Figure } from '@bud-o11y/checks';

/** One line per figure: `  133 panels: 133 with title, 131 with unit`; none for what there is none of. */
export function figureText(figures: readonly Figure[]): string {
  return figures
    .filter(({ count }) => count > 0)
    .map(({ of, count, fulfilled }) => `  ${count} ${of}: ${Object.entries(fulfilled).map(([what, amount]) => `${amount} with ${what}`).join(', ')}\n`)
    .join('');
}
