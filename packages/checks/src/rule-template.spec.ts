import { describe, expect, it } from '@jest/globals';
import { readRuleTemplate, templateFunctions } from './rule-template.ts';

describe('readRuleTemplate', () => {
  it.each<[string, string[]]>([
    ['{{ $labels.pod }} of {{$labels.node|toUpper}}', ['pod', 'node']],
    ['{{ .Labels.pod }}{{ $.Labels.node }}', ['pod', 'node']],
    ['{{ index $labels "pod" }}', ['pod']],
    ['{{ printf "$labels.pod %s" $value }} $labels.node', []],
    ['{{ $externalLabels.cluster }}', []],
    ['{{/* $labels.pod */}}', []],
  ])('names the labels of %s', (text, expected) => {
    expect(readRuleTemplate(text).labels.map(({ name }) => name)).toEqual(expected);
  });

  it.each<[string, string[]]>([
    ['{{ $value | humanise }}', ['humanise']],
    ['{{ if gt $value 1.0 }}{{ printf "%.1f" $value }}{{ else }}{{ . | len }}{{ end }}', ['gt', 'printf', 'len']],
    ['{{ with query "sum(up)" }}{{ . | first | value | humanize }}{{ end }}', ['query', 'first', 'value', 'humanize']],
    ['{{- .Value -}}', []],
  ])('names the functions of %s', (text, expected) => {
    expect(readRuleTemplate(text).functions).toEqual(expected);
  });

  it('knows which variables nobody sets', () => {
    expect(readRuleTemplate('{{ $lables.pod }}{{ range $i, $s := query "up" }}{{ $i }}{{ $s.Value }}{{ end }}{{ $x := 1 }}{{ $x }}{{ $value }}').undefinedVariables).toEqual(['lables']);
  });

  it.each<[string, string | undefined]>([
    ['{{ $value }', 'opens {{ and does not close it'],
    ['{{ $value {{ $value }}', 'opens {{ and does not close it'],
    ['{ $value }}', 'closes }} and has not opened it'],
    ['{{ if $value }}x', 'has no {{ end }} for {{ if }}'],
    ['x{{ end }}', 'has an {{ end }} without a beginning'],
    ['x{{ else }}', 'has an {{ else }} without a beginning'],
    ['{{ printf "}}" }} {a} {{ if $value }}x{{ else if eq 1 2 }}y{{ end }}', undefined],
    ['no template at all', undefined],
  ])('weighs %s', (text, expected) => {
    expect(readRuleTemplate(text).unbalanced).toBe(expected);
  });
});

describe('templateFunctions', () => {
  it('are named once each', () => {
    expect(new Set(templateFunctions).size).toBe(templateFunctions.length);
  });
});
