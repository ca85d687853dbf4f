import type { LRParser } from '@lezer/lr';
import type { SyntaxNodeRef, Tree } from '@lezer/common';
import type { Problem } from '../problem.ts';
import type { Duration } from '../duration.ts';
import type { Hole } from './holes.ts';
import type { Query, QueryLanguage, SelectorUse } from './query.ts';
import { callSite } from './call-site.ts';

/** A query, a catalog hole, a number or a duration: nothing else can be put into a query. */
export type TemplateValue = Hole | Query | number | Duration;

/** The two texts of a template: what is shipped and what the grammar reads, with the spans that came from holes. */
export interface Assembled {
  readonly text: string;
  readonly parsed: string;
  readonly spans: readonly (readonly [from: number, to: number])[];
  readonly variables: readonly string[];
}

/** Joins a template's strings and values; takes the common indentation off so that sources can be laid out freely. */
export function assemble(strings: TemplateStringsArray, values: readonly TemplateValue[]): Assembled {
  let text = '';
  let parsed = '';
  const spans: [number, number][] = [];
  const variables = new Set<string>();
  const chunks = dedent(strings);
  chunks.forEach((chunk, index) => {
    text += chunk;
    parsed += chunk;
    if (index >= values.length) return;
    const value = values[index] as TemplateValue;
    const from = parsed.length;
    if (typeof value !== 'number' && typeof value !== 'string') {
      text += value.text;
      parsed += value.brand === 'hole' ? (value.parseAs ?? value.text) : parseText(value);
      for (const name of value.variables ?? []) variables.add(name);
    } else {
      text += String(value);
      parsed += String(value);
    }
    spans.push([from, parsed.length]);
  });
  return { text: text.trim(), parsed: parsed.trimEnd(), spans, variables: [...variables] };
}

const parsedTexts = new WeakMap<Query, string>();

function parseText(query: Query): string {
  return parsedTexts.get(query) ?? query.text;
}

/** What a language's reader found in the tree. */
export interface Reading {
  readonly selectors: readonly SelectorUse[];
  readonly names: readonly NamedAt[];
}

/** A name of the catalog's kind, and where it begins in the parsed text. */
export interface NamedAt {
  readonly name: string;
  readonly from: number;
}

export interface Language {
  readonly language: QueryLanguage;
  readonly parser: LRParser;
  /** Names that must come from a hole: metrics, labels, fields, attributes. */
  read(tree: Tree, text: string): Reading;
}

/** Parses a template once and keeps what the checks, the graph and the diff need. Never throws on bad text. */
export function build(language: Language, strings: TemplateStringsArray, values: readonly TemplateValue[]): Query {
  const { text, parsed, spans, variables } = assemble(strings, values);
  const problems: Problem[] = [];
  const { broken, reading } = readOnce(language, parsed);
  if (broken !== undefined) problems.push(syntaxProblem(language.language, parsed, broken));
  for (const { name, from } of reading.names) {
    if (!spans.some(([start, end]) => from >= start && from < end)) problems.push(untypedProblem(language.language, parsed, name, from));
  }
  const query: Query = {
    language: language.language,
    text,
    selectors: reading.selectors,
    names: [...new Set(reading.names.map((n) => n.name))],
    variables,
    problems,
    brand: 'query',
  };
  parsedTexts.set(query, parsed);
  return query;
}

interface ReadText {
  /** Offset of the first syntax error. */
  readonly broken: number | undefined;
  readonly reading: Reading;
}

const readTexts = new Map<string, ReadText>();

/** Alerts write the same text for every environment: each distinct text is parsed once in a process. */
function readOnce(language: Language, text: string): ReadText {
  const key = `${language.language} ${text}`;
  const known = readTexts.get(key);
  if (known !== undefined) return known;
  const tree = language.parser.parse(text);
  const broken = firstError(tree);
  const read = { broken, reading: broken === undefined ? language.read(tree, text) : { selectors: [], names: [] } };
  readTexts.set(key, read);
  return read;
}

function firstError(tree: Tree): number | undefined {
  let found: number | undefined;
  tree.iterate({
    enter(node: SyntaxNodeRef) {
      if (node.type.isError && found === undefined) found = node.from;
      return found === undefined;
    },
  });
  return found;
}

function syntaxProblem(language: QueryLanguage, text: string, offset: number): Problem {
  const lines = text.slice(0, offset).split('\n');
  const near = text.slice(offset, offset + 24).split('\n')[0] || 'the end of the query';
  return {
    code: 'query-syntax',
    severity: 'error',
    where: { ...callSite(), path: `query line ${lines.length}, column ${(lines.at(-1) ?? '').length + 1}` },
    what: `this ${language} does not parse, at: ${near}`,
    why: 'the backend refuses the query, so the rule or panel shows nothing',
    fix: `correct the query: ${text.replaceAll(/\s+/g, ' ').slice(0, 160)}`,
  };
}

function untypedProblem(language: QueryLanguage, text: string, name: string, offset: number): Problem {
  const line = text.slice(0, offset).split('\n').length;
  return {
    code: 'query-untyped-name',
    severity: 'error',
    where: { ...callSite(), path: `query line ${line}` },
    what: `${name} is written as text in a ${language} query`,
    why: 'a name that does not come from the catalog can be wrong without a compile error',
    fix: `put it in a hole: \${…} with the catalog's metric, labels(…) or field(…)`,
  };
}

/** By template literal: the same one is filled once per environment. */
const dedented = new WeakMap<TemplateStringsArray, readonly string[]>();

function dedent(strings: TemplateStringsArray): readonly string[] {
  if (!strings.some((chunk) => chunk.includes('\n'))) return strings;
  const known = dedented.get(strings);
  if (known !== undefined) return known;
  const widths = strings.flatMap((chunk, index) =>
    [...chunk.matchAll(/\n([ \t]*)(?=\S|$)/g)]
      .filter((match) => index < strings.length - 1 || (match.index ?? 0) + match[0].length < chunk.length)
      .map((match) => (match[1] ?? '').length),
  );
  const width = Math.min(...widths, 80);
  const result = strings.map((chunk, index) => {
    const cut = chunk.replaceAll(/\n[ \t]*/g, (gap) => `\n${gap.slice(1 + width)}`);
    return index === 0 ? cut.trimStart() : cut;
  });
  dedented.set(strings, result);
  return result;
}
