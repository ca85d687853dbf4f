import type { DashboardView } from './dashboard-view.ts';
import { type Leaf, leaves, objectOf, objectsOf, textOf } from './json-view.ts';

/** One mention of a variable in a dashboard. */
export interface VariableUse {
  readonly name: string;
  readonly at: string;
  /** The variable in whose definition it is mentioned, if any. */
  readonly inside: string | undefined;
  /** Only handed to another dashboard by a link: it changes nothing on this one. */
  readonly isCarried: boolean;
}

/** `$name`, `${name}`, `${name:format}`, `[[name]]`. Names that begin with `__` are Grafana's own; `$1` is a capture group. */
const mention = /\$\{([a-zA-Z_]\w*)(?:[.:[][^}]*)?\}|\$([a-zA-Z_]\w*)|\[\[([a-zA-Z_]\w*)(?::\w+)?\]\]/g;

const uses = new WeakMap<DashboardView, readonly VariableUse[]>();

/** Every mention of a variable: in text anywhere, and by bare name where a panel or row repeats. Read once for all checks. */
export function variableUses(view: DashboardView): readonly VariableUse[] {
  const known = uses.get(view) ?? readUses(view);
  uses.set(view, known);
  return known;
}

function readUses({ json, panels, variables }: DashboardView): readonly VariableUse[] {
  const { templating: _definitions, ...rest } = json;
  const definitions = objectsOf(objectOf(json['templating'])['list']);
  return [
    ...leaves(rest).flatMap((leaf) => mentions(leaf, undefined)),
    ...panels.filter(({ json }) => textOf(json['repeat']) !== '').map(({ at, json }) => ({ name: textOf(json['repeat']), at, inside: undefined, isCarried: false })),
    ...variables.flatMap(({ name }, index) => leaves(definitions[index], `variable ${name}`).flatMap((leaf) => mentions(leaf, name))),
  ];
}

function mentions({ at, text }: Leaf, inside: string | undefined): readonly VariableUse[] {
  return [...text.matchAll(mention)]
    .map((match) => ({ name: match[1] ?? match[2] ?? match[3] ?? '', at, inside, isCarried: match[0].endsWith(':queryparam}') }))
    .filter(({ name }) => !name.startsWith('__'));
}
