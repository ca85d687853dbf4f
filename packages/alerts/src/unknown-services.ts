import { type Query, services } from '@bud-o11y/model';

/** Labels whose values are names of the service catalog: scrape job, metric label, log stream label. */
const serviceLabels: ReadonlySet<string> = new Set(['job', 'service', 'app']);
const names = Object.keys(services);

/** Values and alternatives of matchers on services that fit no service of the catalog, as they stand in a query. */
export function unknownServices(query: Pick<Query, 'selectors'>): readonly string[] {
  const matchers = query.selectors.flatMap((selector) => selector.matchers).filter(({ label, value }) => serviceLabels.has(label) && !value.includes('$'));
  return matchers.flatMap(({ op, value }) => (op.endsWith('~') ? alternatives(value) : [value]).filter((wanted) => !fitsOne(wanted, op)));
}

/** The branches of a regular expression, where `|` stands outside every bracket. */
function alternatives(regex: string): readonly string[] {
  return /[([]/.test(regex) ? [regex] : regex.split('|');
}

function fitsOne(wanted: string, op: string): boolean {
  // RE2's inline flags are written in front, where JavaScript knows none.
  const [, flags = '', regex = ''] = /^(?:\(\?([is]+)\))?(.*)$/s.exec(wanted) ?? [];
  return op.endsWith('~') ? names.some((name) => new RegExp(`^(?:${regex})$`, flags).test(name)) : names.includes(wanted);
}
