import { load } from 'js-yaml';
import { goYaml } from './go-yaml.ts';

/** One document of helm's output. */
export interface Manifest {
  /** Path of the template inside the chart, as helm says it; empty when it does not. */
  readonly template: string;
  readonly value: unknown;
}

/** What helm wrote, taken apart; `faults` say what is wrong, and where. */
export interface Manifests {
  readonly manifests: readonly Manifest[];
  readonly faults: readonly { readonly template: string; readonly what: string }[];
}

/** Bytes, nesting, aliases and values of one document: what no honest chart comes near. */
const limits = { bytes: 4 * 1024 * 1024, depth: 64, aliases: 100, values: 500_000 } as const;

/** Parses helm's output document by document; comments alone are no document. */
export function parseManifests(text: string): Manifests {
  const manifests: Manifest[] = [];
  const faults: { template: string; what: string }[] = [];
  for (const document of text.split(/^---(?=\s|$).*$/m)) {
    const template = /^# Source: (\S+)$/m.exec(document)?.[1] ?? '';
    if (document.split('\n').every((line) => /^\s*(#.*)?$/.test(line))) continue;
    if (Buffer.byteLength(document) > limits.bytes) {
      faults.push({ template, what: `a document of more than ${limits.bytes} bytes` });
      continue;
    }
    try {
      const value = load(document, { schema: goYaml, maxDepth: limits.depth, maxAliases: limits.aliases });
      const what = unfit(value);
      if (what !== undefined) faults.push({ template, what });
      else if (value !== null) manifests.push({ template, value });
    } catch (thrown) {
      // The parser's reason on one line; the lines below it quote the document.
      faults.push({ template, what: `no readable YAML: ${(thrown instanceof Error ? thrown.message : String(thrown)).split('\n')[0]}` });
    }
  }
  return { manifests, faults };
}

/** Counts what aliases expand to, and finds what JSON cannot say or would say otherwise. */
function unfit(value: unknown): string | undefined {
  let count = 0;
  const look = (here: unknown): string | undefined => {
    count += 1;
    if (count > limits.values) return `more than ${limits.values} values`;
    if (typeof here === 'number' && !(Number.isFinite(here) && (!Number.isInteger(here) || Number.isSafeInteger(here)))) return 'a number that JSON cannot hold exactly; it wants quotes';
    if (typeof here !== 'object' || here === null) return undefined;
    for (const [key, inner] of Object.entries(here)) {
      if (key === '<<') return 'a merge key (`<<`), which is not supported';
      if (key === '__proto__') return 'the key `__proto__`';
      const found = look(inner);
      if (found !== undefined) return found;
    }
    return undefined;
  };
  return look(value);
}
