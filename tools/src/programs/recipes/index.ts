import type { Recipe } from '../recipe.ts';
import { actionlint } from './actionlint.ts';
import { amtool } from './amtool.ts';
import { prometheus } from './prometheus.ts';
import { promtool } from './promtool.ts';

/** Every program that `npm run tools` knows, in name order. One file each. */
export const recipes: readonly Recipe[] = [actionlint, amtool, prometheus, promtool];
