import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, realpath, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { inTemporaryFolder } from './fixtures/host.ts';

interface Found {
  readonly load?: { readonly code: string; readonly what: string; readonly fix: string; readonly where: object };
  readonly generator?: Found['load'];
}

interface Row {
  readonly what: string;
  /** Text of packages/alerts/src/x.ts. */
  readonly text: string;
  /** What is called of it, where loading succeeds. */
  readonly call?: string;
  readonly load: object | undefined;
  readonly generator?: object;
}

const lib = 'const groups: Record<string, { evaluator: string }> = {};\nexport function alert(group: string) { return groups[group].evaluator; }\n';
const at = (line: number, column?: number, file = 'packages/alerts/src/x.ts'): object => ({ where: { file, line, ...(column === undefined ? {} : { column }) } });

const rows: readonly Row[] = [
  { what: 'a comma too many', text: 'export const a = {\n  b: 3,,\n};\n', load: at(2) },
  { what: 'syntax that types cannot be stripped from', text: '\nexport enum A { b }\n', load: at(2) },
  { what: 'a name declared twice', text: 'export const a = 1;\nexport const a = 2;\n', load: at(2) },
  { what: 'an export of what is not declared', text: 'export {\n  gone };\n', load: at(2) },
  { what: 'an import of a name that is gone', text: "\nimport { gone } from './lib.ts';\nexport const a = gone;\n", load: { ...at(2), what: expect.stringContaining("'gone'") } },
  { what: 'an import of a file that is gone', text: "import './lib.ts';\nimport './gone.ts';\n", load: { ...at(2), what: 'there is no packages/alerts/src/gone.ts' } },
  { what: 'an import of a package that is not installed', text: "import 'no-such-package';\n", load: { ...at(1), fix: expect.stringContaining('npm ci') } },
  { what: 'a name that nothing declares', text: 'export const a = [\n  gone];\n', load: at(2, 3) },
  { what: 'a value that a declaration does not take', text: "import { alert } from './lib.ts';\n\nexport const a = alert('warnings');\n", load: at(3, 18) },
  { what: 'a value that rendering trips over', text: "import { alert } from './lib.ts';\nexport const render = () => alert('warnings');\n", call: 'render', load: undefined, generator: at(2, 61, 'packages/alerts/src/lib.ts') },
  { what: 'an error of the system while rendering', text: "import { readFileSync } from 'node:fs';\nexport const render = () => readFileSync('/no/such/file');\n", call: 'render', load: undefined },
  { what: 'JSON that does not parse', text: "export const render = () => JSON.parse('{');\n", call: 'render', load: undefined, generator: at(1, 34) },
];

describe('a mistake in a source', () => {
  let found: readonly Found[];

  // One process for all: Node's own loader must meet the files, not that of the tests.
  beforeAll(async () => {
    found = await inTemporaryFolder(async (made) => {
      const root = await realpath(made);
      const put = async (path: string, text: string): Promise<void> => {
        await mkdir(dirname(join(root, path)), { recursive: true });
        await writeFile(join(root, path), text);
      };
      await put('package.json', '{"type":"module"}');
      for (const [index, { text }] of rows.entries()) {
        await put(`${index}/packages/alerts/src/x.ts`, text);
        await put(`${index}/packages/alerts/src/lib.ts`, lib);
        await put(`${index}/packages/deployer/src/load-sources.ts`, "import '../../alerts/src/x.ts';\n");
      }
      const script = `
        import { generatorProblem, loadProblem } from ${JSON.stringify(new URL('./source-problem.ts', import.meta.url).href)};
        const found = [];
        for (const [index, call] of ${JSON.stringify(rows.map(({ call }) => call ?? ''))}.entries()) {
          const root = ${JSON.stringify(root)} + '/' + index;
          const thrown = await import(root + '/packages/alerts/src/x.ts').then((loaded) => loaded[call]()).catch((error) => error);
          found.push({ load: await loadProblem(thrown, root), generator: await generatorProblem(thrown, root) });
        }
        process.stdout.write(JSON.stringify(found));`;
      const child = spawn(process.execPath, ['--input-type=module', '-e', script], { stdio: ['ignore', 'pipe', 'inherit'] });
      let text = '';
      child.stdout.on('data', (chunk: Buffer) => void (text += chunk.toString()));
      await once(child, 'close');
      return JSON.parse(text) as readonly Found[];
    });
  }, 30_000);

  it.each(rows.map((row, index) => ({ ...row, index })))('$what', ({ index, load, generator = load }) => {
    const wanted = (expected: object | undefined) => (expected === undefined ? undefined : expect.objectContaining({ code: 'source-invalid', severity: 'error', ...expected }));
    expect(found[index]).toEqual({ load: wanted(load), generator: wanted(generator) });
    expect(found[index]?.generator?.what ?? '').not.toContain('\n');
  });
});
