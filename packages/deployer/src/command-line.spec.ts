import { describe, expect, it } from '@jest/globals';
import { parseCommandLine } from './command-line.ts';
import { commands } from './commands/index.ts';

const parse = (line: string) => parseCommandLine(line.split(' ').filter((part) => part !== ''), commands, '1.2.3');

describe('parseCommandLine', () => {
  it.each([
    ['plan', { environment: 'local', output: 'text', color: 'auto', options: { directory: undefined, out: undefined, diff: undefined, 'detailed-exitcode': undefined } }],
    ['plan -e staging -o json --detailed-exitcode --out x.json', { environment: 'staging', output: 'json', options: { 'detailed-exitcode': true, out: 'x.json' } }],
    ['apply --environment=dev --color never --directory /x', { environment: 'dev', color: 'never', options: { directory: '/x' } }],
    ['diff', { environment: 'all' }],
    ['unlock --run 1-ab', { options: { run: '1-ab' } }],
  ])('understands `%s`', (line, wanted) => expect(parse(line)).toMatchObject({ kind: 'command', ...wanted }));

  it.each([
    ['--version', 0, /^1\.2\.3\n$/],
    ['--help', 0, /Exit codes:\n {3}0 {2}done/],
    ['help apply', 0, /--plan <file>/],
    ['apply --help', 0, /bud-o11y apply --plan plan\.json/],
    ['plan --help', 0, /Exit codes:\n {3}0 {2}[^]*\n {3}3 {2}[^]*\n {3}5 {2}cancelled before anything was changed in a target\n {2}70 {2}/],
    ['', 1, /^Usage: bud-o11y/],
    ['plan --otu x', 1, /unknown option '--otu'\n[^]*fix: Did you mean --out\?/],
    ['plan --out', 1, /argument missing/],
    ['help nope', 1, /^error usage {2}unknown command 'nope'\n/],
    ['nope --help', 1, /^error usage {2}unknown command 'nope'\n/],
    ['chart pull', 1, /unknown command 'chart'\n[^]*fix: Did you mean charts\?/],
  ])('answers `%s` itself with exit %i', (line, exit, text) => expect(parse(line)).toMatchObject({ kind: 'answer', exit, text: expect.stringMatching(text) }));

  it('knows each verb once, and for each an example that it understands', () => {
    expect(new Set(commands.map(({ name }) => name)).size).toBe(commands.length);
    for (const { name, examples } of commands) for (const example of examples) expect(parse(example.replace('bud-o11y ', ''))).toMatchObject({ kind: 'command', command: { name } });
  });
});
