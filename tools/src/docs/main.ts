// `build` of tools: makes docs/generated hold exactly the pages that the packages' own tables give.
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { writeFolder } from '../build/write-folder.ts';
import { pages } from './pages/index.ts';

const { values } = parseArgs({ options: { out: { type: 'string' } } });
const folder = values.out ?? join(import.meta.dirname, '../../../docs/generated');
const { written, unchanged, removed } = await writeFolder(folder, new Map(Object.entries(pages).map(([name, text]) => [name, text()])));
process.stdout.write(`docs/generated: ${Object.keys(pages).length} pages (${written} written, ${unchanged} unchanged, ${removed} removed)\n`);
