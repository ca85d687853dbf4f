// `build` of tools: makes docs/generated hold exactly the pages that the packages' own tables give, and writes the runbooks
// that follow from objectives beside those that people write.
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { writeFiles, writeFolder } from '../build/write-folder.ts';
import { pages } from './pages/index.ts';
import { runbooks } from './runbooks/index.ts';

const { values } = parseArgs({ options: { out: { type: 'string' } } });
const docs = values.out ?? join(import.meta.dirname, '../../../docs');
const generated = await writeFolder(join(docs, 'generated'), new Map(Object.entries(pages).map(([name, text]) => [name, text()])));
process.stdout.write(`docs/generated: ${Object.keys(pages).length} pages (${generated.written} written, ${generated.unchanged} unchanged, ${generated.removed} removed)\n`);
const made = runbooks();
const { written, unchanged } = await writeFiles(join(docs, 'runbooks'), made);
process.stdout.write(`docs/runbooks: ${made.size} generated pages (${written} written, ${unchanged} unchanged)\n`);
