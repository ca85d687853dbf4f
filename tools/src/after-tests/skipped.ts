import type { Recipe } from '../programs/recipe.ts';

/**
 * The line that ends `npm test` where real programs are missing: Nx hides what a spec prints when it skips, so that a green
 * run would look like a whole one. Undefined when nothing was skipped.
 */
export function skippedLine(recipes: readonly Recipe[], isThere: (program: string) => boolean): string | undefined {
  const missing = recipes.filter(({ name, isForTests = true }) => isForTests && !isThere(name)).map(({ name }) => name);
  if (missing.length === 0) return undefined;
  return `skipped: the tests that run ${missing.join(', ')} (not installed); \`npm run tools\` installs what is missing, then run the tests again`;
}
