import { fill } from './colours.ts';
import type { StepJson } from './dashboard-json.ts';
import { html, type Html } from './html.ts';
import { formatValue } from './units.ts';

/** Thresholds as text and colour: where each colour begins, in the unit of the panel. None where there is only one colour. */
export function thresholdChips(steps: readonly StepJson[], unit: string): readonly Html[] {
  if (steps.length < 2) return [];
  return steps.map(({ value, color }, at) => {
    const bound = value ?? steps[at + 1]?.value ?? 0;
    const text = isJustAbove0(bound) ? `${value === null ? '≤' : '>'} ${formatValue(0, unit)}` : `${value === null ? '<' : '≥'} ${formatValue(bound, unit)}`;
    return html`<span class="chip"><i style="background:${fill(color)}"></i>${text}</span>`;
  });
}

/** A bound just above nothing stands for anything but nothing. */
function isJustAbove0(bound: number): boolean {
  return bound > 0 && bound <= 1e-6;
}
