import type { Recipe } from '../recipe.ts';

/** Not pinned: the archive keeps the newest of a browser alone, and what is tested is our pages. */
export const chromium: Recipe = {
  name: 'chromium',
  sources: [{ from: 'system', version: 'Chromium', package: 'chromium', file: '/usr/bin/chromium' }],
  byDefault: true,
  purpose: 'opens the preview pages',
};
