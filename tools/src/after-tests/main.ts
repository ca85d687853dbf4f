// npm runs this as `posttest`: says which real programs the tests had to do without. Where CI=true those tests failed instead.
import { findProgram } from '../programs/find.ts';
import { recipes } from '../programs/recipes/index.ts';
import { skippedLine } from './skipped.ts';

const line = process.env['CI'] === 'true' ? undefined : skippedLine(recipes, (name) => findProgram(name, process.env['PATH'] ?? '') !== undefined);
if (line !== undefined) process.stdout.write(`${line}\n`);
