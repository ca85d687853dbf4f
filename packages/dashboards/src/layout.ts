import type { GridPosition } from './panels/place.ts';

/** Grafana's grid. */
export const gridColumns = 24;

/** Places boxes from left to right, and below what came before when a line is full. Lines are as high as their highest box. */
export function flow(sizes: readonly (readonly [width: number, height: number])[], top: number): { positions: readonly GridPosition[]; bottom: number } {
  const positions: GridPosition[] = [];
  let x = 0;
  let y = top;
  let lineHeight = 0;
  for (const [w, h] of sizes) {
    if (x + w > gridColumns) {
      y += lineHeight;
      x = 0;
      lineHeight = 0;
    }
    positions.push({ x, y, w, h });
    x += w;
    lineHeight = Math.max(lineHeight, h);
  }
  return { positions, bottom: y + lineHeight };
}
