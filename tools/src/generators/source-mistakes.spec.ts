import { spawnSync } from 'node:child_process';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { type WorkspaceCopy, copyWorkspace } from './workspace-copy.ts';

const { NODE_OPTIONS: _, ...env } = process.env;
const environmentFile = 'packages/model/src/environments/local.ts';
const alertFile = 'packages/alerts/src/alerts/resources/HighCPU.ts';
const indexFile = 'packages/alerts/src/alerts/index.ts';

interface Row {
  readonly what: string;
  readonly file: string;
  /** The new text of the file; undefined deletes it. */
  readonly edit: (text: string) => string | undefined;
  /** Where the mistake is said to be. */
  readonly at: RegExp;
}

/** What somebody gets wrong who edits the sources without a compiler at hand. */
describe('a mistake in a source of the real workspace', () => {
  let copy: WorkspaceCopy;
  let restore: () => void = () => undefined;

  beforeAll(() => {
    copy = copyWorkspace();
  }, 60_000);
  afterEach(() => restore());
  afterAll(() => copy.remove());

  it.each<Row>([
    { what: 'a comma too many in an environment', file: environmentFile, edit: (text) => text.replace('replicationFactor: 1,', 'replicationFactor: 1,,'), at: /packages\/model\/src\/environments\/local\.ts:\d+$/ },
    { what: 'a severity that there is none of', file: alertFile, edit: (text) => text.replace(/severity: '\w+'/, "severity: 'warn'"), at: /packages\/alerts\/src\/alerts\/resources\/HighCPU\.ts {2}HighCPU$/ },
    { what: 'a group that there is none of', file: alertFile, edit: (text) => text.replace(/group: '[\w-]+'/, "group: 'warnings'"), at: /packages\/alerts\/src\/alerts\/resources\/HighCPU\.ts {2}HighCPU$/ },
    { what: 'a line taken out of an index', file: indexFile, edit: (text) => text.replace(/^export .*HighCPU.*\n/m, ''), at: /packages\/alerts\/src\/routing\/inhibitions\.ts:\d+$/ },
    { what: 'a file taken away', file: alertFile, edit: () => undefined, at: /packages\/alerts\/src\/alerts\/index\.ts:\d+$/ },
  ])('is told with its place, and is no bug: $what', ({ file, edit, at }) => {
    const path = join(copy.root, file);
    const text = readFileSync(path, 'utf8');
    restore = () => writeFileSync(path, text);
    const changed = edit(text);
    expect(changed).not.toBe(text);
    if (changed === undefined) rmSync(path);
    else writeFileSync(path, changed);
    const { status, stderr } = spawnSync(process.execPath, ['packages/deployer/bin/bud-o11y.mjs', 'plan'], { cwd: copy.root, encoding: 'utf8', env });
    expect(stderr).toMatch(/^error \S+ {2}\S.*\n {2}at: .*\n {2}why: .*\n {2}fix: .*\n/);
    expect(stderr.split('\n')[1]).toMatch(at);
    expect(stderr).not.toMatch(/^ +at \S+ \(/m);
    expect(status).toBe(1);
  }, 30_000);
});
