const markup: unique symbol = Symbol('markup');

/** Text that is HTML already; only `html` and `verbatim` make it. */
export interface Html {
  readonly [markup]: string;
}

/** What may stand in a hole of `html`. Nothing is written for `undefined` and `false`. */
export type Hole = Html | string | number | undefined | false | readonly Hole[];

/** HTML with holes: whatever is not HTML already is escaped, for text and for quoted attributes alike. */
export function html(parts: TemplateStringsArray, ...holes: readonly Hole[]): Html {
  return { [markup]: parts.map((part, at) => part + (at < holes.length ? written(holes[at]) : '')).join('') };
}

/** A text of this package, such as a stylesheet, that is taken as it is. Never for what came from a file or a query. */
export function verbatim(text: string): Html {
  return { [markup]: text };
}

/** The finished text. */
export function htmlText(one: Html): string {
  return one[markup];
}

function written(hole: Hole): string {
  if (hole === undefined || hole === false) return '';
  if (isList(hole)) return hole.map(written).join('');
  return typeof hole === 'object' ? hole[markup] : escaped(String(hole));
}

function isList(hole: Hole): hole is readonly Hole[] {
  return Array.isArray(hole);
}

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (character) => entities[character] as string);
}
