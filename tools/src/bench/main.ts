import { measureRender } from './render.ts';

const figures = measureRender(15);
const ms = (value: number): string => `${value.toFixed(1)} ms`;
const rows: readonly (readonly [string, string])[] = [
  ['environments', String(figures.environments)],
  ['artifacts', String(figures.artifacts)],
  ['bytes', figures.bytes.toLocaleString('en-US')],
  ['first render after the imports', ms(figures.firstMs)],
  ['render, median of 15', ms(figures.renderMs)],
  ['JSON.stringify of the same output, median of 15', ms(figures.stringifyMs)],
  ['ratio of the medians (lowest round)', `${figures.ratio.toFixed(1)} (${figures.lowestRatio.toFixed(1)})`],
];
const text = rows.map(([name, value]) => `${name.padEnd(50)}${value}`).join('\n');
process.stdout.write(`${process.argv.includes('--json') ? JSON.stringify(figures) : text}\n`);
