// `npm run tools [-- --only promtool,amtool]`: the pinned real programs, into .tools/bin.
// Exit 0 even when a program could not be had: its tests say so, and fail where CI=true.
import { homedir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { type Installed, install } from './install.ts';
import { recipes } from './recipes/index.ts';

const workspace = join(import.meta.dirname, '../../..');
const cacheHome = process.env['XDG_CACHE_HOME'] ?? join(homedir(), '.cache');
const folders = {
  bin: join(workspace, '.tools/bin'),
  cache: process.env['BUD_O11Y_TOOLS_CACHE'] ?? join(cacheHome, 'bud-observability/tools'),
  platform: `${process.platform}-${process.arch}`,
};

const { values } = parseArgs({ options: { only: { type: 'string' } } });
const asked = values.only?.split(',').map((name) => name.trim());
const unknown = asked?.filter((name) => !recipes.some((recipe) => recipe.name === name)) ?? [];
if (unknown.length > 0) {
  process.stderr.write(`tools: no program ${unknown.join(', ')}; known: ${recipes.map((recipe) => recipe.name).join(', ')}\n`);
  process.exitCode = 1;
} else {
  for (const recipe of recipes.filter(({ name, byDefault }) => asked?.includes(name) ?? byDefault)) {
    process.stdout.write(row(await timed(() => install(recipe, folders, process.env))));
  }
}

async function timed(work: () => Promise<Installed>): Promise<Installed & { readonly seconds: number }> {
  const start = performance.now();
  return { ...(await work()), seconds: (performance.now() - start) / 1_000 };
}

function row({ recipe, state, version, reason, seconds }: Installed & { readonly seconds: number }): string {
  const line = [recipe.name.padEnd(23), version.padEnd(8), state.padEnd(8), `${seconds.toFixed(1)} s`.padStart(8)].join('  ');
  return `${line}  ${reason ?? recipe.purpose}\n`;
}
