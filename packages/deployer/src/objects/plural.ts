import { textAt } from './fields.ts';
import { groupOf, type Identified } from './object-key.ts';

/** Kinds whose plural is not the word with an s. */
const irregular: Readonly<Record<string, string>> = { Endpoints: 'endpoints', ComponentStatus: 'componentstatuses' };

/**
 * The plural under which the API serves a kind: what a definition among `definitions` says, else the rule by which
 * Kubernetes' own kinds are named. For texts that are written without a server; who has one asks its discovery.
 */
export function pluralOf({ apiVersion, kind }: Identified, definitions: readonly unknown[] = []): string {
  const group = groupOf(apiVersion);
  const definition = definitions.find((candidate) => textAt(candidate, 'spec', 'group') === group && textAt(candidate, 'spec', 'names', 'kind') === kind);
  return textAt(definition, 'spec', 'names', 'plural') ?? irregular[kind] ?? pluralWord(kind.toLowerCase());
}

function pluralWord(word: string): string {
  if (/(?:s|x|ch|sh)$/.test(word)) return `${word}es`;
  return /[^aeiou]y$/.test(word) ? `${word.slice(0, -1)}ies` : `${word}s`;
}
