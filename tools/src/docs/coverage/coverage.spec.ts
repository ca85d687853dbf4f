import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { documentLines } from './document-lines.ts';
import { coverage } from './index.ts';

const root = join(import.meta.dirname, '../../../..');
/** The document lies beside the repository, not in it. */
const document = join(root, '../shared/seed/observability-architecture.md');
const keyOf = ({ section, line }: { readonly section: string; readonly line: string }): string => `${section} ${line}`;

describe('documentLines', () => {
  it('reads rows, code blocks and bullets by section', () => {
    const text = ['## 3. A', '### 3.1 B', '| Head | x |', '|---|---|', '| `one` | y |', '```yaml', '# 9. no heading', '│ • Box bullet │', '```', '- a bullet', '## End', '| H |', '|---|', '| r |'].join('\n');
    expect(documentLines(text)).toEqual([
      { section: '3.1', line: 'one' }, { section: '3.1', line: 'code block' }, { section: '3.1', line: 'Box bullet' }, { section: '3.1', line: 'a bullet' }, { section: '', line: 'r' },
    ]);
  });
});

describe('the coverage of the document', () => {
  if (existsSync(document)) {
    const lines = documentLines(readFileSync(document, 'utf8')).filter(({ section }) => Number.parseFloat(section) >= 2 && Number.parseFloat(section) < 11);

    it('has a row for each of its lines', () => {
      expect(lines.length).toBeGreaterThan(70);
      const rows = new Set(coverage.map(keyOf));
      expect(lines.map(keyOf).filter((key) => !rows.has(key))).toEqual([]);
    });

    it('has no row for a line that is not there', () => {
      const known = new Set(lines.map(keyOf));
      expect(coverage.filter((row) => !row.line.startsWith('code block: ')).map(keyOf).filter((key) => !known.has(key))).toEqual([]);
    });
  } else {
    process.stdout.write('skipped: the coverage cannot be compared with the architecture document, which is not beside this checkout\n');
    it.skip('has a row for each of its lines', () => undefined);
  }

  it('names each line once', () => {
    const keys = coverage.map(keyOf);
    expect(keys.filter((key, index) => keys.indexOf(key) !== index)).toEqual([]);
  });

  it.each(coverage.filter(({ state }) => state === 'done'))('$section $line: its artifact holds it and its test exists', ({ artifact = '', has = '', test = '' }) => {
    expect(existsSync(join(root, artifact)) ? readFileSync(join(root, artifact), 'utf8') : `${artifact} does not exist`).toContain(has);
    expect(existsSync(join(root, test)) ? test : `${test} does not exist`).toBe(test);
    expect(has).not.toBe('');
  });

  it('says what is missing and why', () => {
    expect(coverage.filter(({ state, note }) => state !== 'done' && (note ?? '').length < 20)).toEqual([]);
  });
});
