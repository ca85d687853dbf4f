import type { WaveTally } from '../apply/events.ts';
import type { Palette } from './palette.ts';

const columns = ['created', 'updated', 'adopted', 'unchanged', 'deleted'] as const;

/** The summary of an apply: a row per wave, and the sum. */
export function tallyTable(waves: readonly WaveTally[], palette: Palette): string {
  const total = Object.fromEntries(columns.map((column) => [column, waves.reduce((sum, wave) => sum + wave[column], 0)]));
  const rows = [
    ['wave', ...columns],
    ...waves.map((wave, index) => [`${index + 1}. ${wave.wave}`, ...columns.map((column) => String(wave[column]))]),
    ['total', ...columns.map((column) => String(total[column]))],
  ];
  return textTable(rows, palette);
}

/** Columns as wide as their widest cell, the first one to the left, numbers to the right; the first row is the head. */
export function textTable(rows: readonly (readonly string[])[], palette: Palette): string {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => (row[column] ?? '').length)));
  const isNumber = (rows[0] ?? []).map((_, column) => rows.slice(1).every((row) => /^\d+$/.test(row[column] ?? '')));
  return rows.map((row, index) => {
    const line = row.map((cell, column) => (isNumber[column] === true ? cell.padStart(widths[column] ?? 0) : cell.padEnd(widths[column] ?? 0))).join('  ').trimEnd();
    return `${index === 0 ? palette.strong(line) : line}\n`;
  }).join('');
}
