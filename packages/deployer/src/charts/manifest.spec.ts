import { describe, expect, it } from '@jest/globals';
import { load } from 'js-yaml';
import { yamlText } from '@bud-o11y/model';
import { goYaml } from './go-yaml.ts';
import { parseManifests } from './manifest.ts';

describe('scalars as Helm reads them', () => {
  it.each([
    ['0644', 420], ['0o17', 15], ['0x1F', 31], ['0b11', 3], ['1_000', 1000], ['-010', -8], ['+1', 1], ['0', 0], ['12', 12],
    ['yes', true], ['Y', true], ['on', true], ['Off', false], ['n', false], ['True', true], ['~', null], ['Null', null],
    ['12:30', '12:30'], ['2020-01-01', '2020-01-01'], ['1e3', 1000], ['09', 9], ['1.5', 1.5], ['v1', 'v1'], ['1.2.3', '1.2.3'], ["'0644'", '0644'], ['"yes"', 'yes'], ['0x', '0x'], ['_', '_'],
  ])('%s', (text, value) => {
    expect(load(`a: ${text}`, { schema: goYaml })).toEqual({ a: value });
  });

  it('read back what we write', () => {
    const texts = ['0644', '0o17', '0x1F', '0b11', '-0b1', '1_000', '0_1', 'yes', 'Y', 'on', 'n', '~', '12:30', '2020-01-01', '1e3', '09', '1.5', '', ' a', '{{ x }}', 'a: b', '# c', '|', '---', 'a\nb\n'];
    expect(load(yamlText({ texts, keys: Object.fromEntries(texts.map((text) => [text, 1])) }), { schema: goYaml })).toEqual({ texts, keys: Object.fromEntries(texts.map((text) => [text, 1])) });
  });
});

describe('parseManifests', () => {
  it('takes documents apart, keeps the template, and leaves out what is empty', () => {
    const { manifests, faults } = parseManifests('---\n# Source: c/templates/a.yaml\na: |\n  ---\n  b\n---\n# Source: c/templates/b.yaml\n# nothing\n---\nnull\n--- # more\nb: 1\n');
    expect(manifests).toEqual([{ template: 'c/templates/a.yaml', value: { a: '---\nb\n' } }, { template: '', value: { b: 1 } }]);
    expect(faults).toEqual([]);
  });

  const bomb = `a: &a [${'x,'.repeat(9)}x]\n${[...'bcdefgh'].map((letter, index) => `${letter}: &${letter} [${Array.from({ length: 10 }, () => `*${'abcdefg'[index]}`).join(', ')}]`).join('\n')}\n`;

  it.each([
    ['what is no YAML', 'a: [', /no readable YAML/],
    ['duplicate keys', 'a: 1\na: 2', /no readable YAML: duplicated? /],
    ['deep nesting', `a: ${'['.repeat(70)}${']'.repeat(70)}`, /no readable YAML/],
    ['aliases that expand', bomb, /more than 500000 values/],
    ['many aliases', `a: &a 1\nb: [${Array.from({ length: 101 }, () => '*a').join(', ')}]`, /no readable YAML/],
    ['merge keys', 'a: &a {b: 1}\nc: {<<: *a}', /merge key/],
    ['__proto__', '__proto__: {a: 1}', /__proto__/],
    ['a number that would lose digits', 'a: 12345678901234567890', /number that JSON cannot hold/],
    ['infinity', 'a: .inf', /number that JSON cannot hold/],
    ['a document of more than 4 MiB', `a: ${'x'.repeat(4_194_304)}`, /more than 4194304 bytes/],
    ['a tag of somebody', 'a: !x b', /no readable YAML/],
  ])('refuses %s, and goes on', (_, text, what) => {
    const { manifests, faults } = parseManifests(`# Source: c/t.yaml\n${text}\n---\nok: 1\n`);
    expect(faults).toEqual([{ template: 'c/t.yaml', what: expect.stringMatching(what) }]);
    expect(faults[0]?.what).not.toContain('\n');
    expect(manifests.map(({ value }) => value)).toEqual([{ ok: 1 }]);
  });
});
