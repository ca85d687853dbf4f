import { type Problem, compareText } from '@bud-o11y/model';
import type { Alert } from './alert.ts';
import * as declared from './alerts/index.ts';

/** Alerts by the names under which `alerts/index.ts` exports them. */
export type Declarations = Readonly<Record<string, Alert>>;

/** Every alert, sorted by id: whatever `alerts/index.ts` exports under its own name. One line there is all that a new file needs. */
export const alerts: readonly Alert[] = named(declared);

/** What `alerts/index.ts` exports under a name that is not its own: two alerts of one id, or a file that was copied and edited by half. */
export const misexported: readonly Problem[] = misexports(declared);

function named(declarations: Declarations): readonly Alert[] {
  return Object.entries(declarations).filter(([name, { id }]) => name === exportName(id)).map(([, alert]) => alert).toSorted((a, b) => compareText(a.id, b.id));
}

/** The problems of a list of exports: each becomes no rule. */
export function misexports(declarations: Declarations): readonly Problem[] {
  return Object.entries(declarations).filter(([name, { id }]) => name !== exportName(id)).map(([name, { id }]) => ({
    code: 'alerts-declaration',
    severity: 'error',
    where: { file: 'packages/alerts/src/alerts/index.ts', path: name },
    what: exportName(id) in declarations ? `${name} has the id ${id}, which ${exportName(id)} has as well` : `${name} has the id ${id}, and should be called ${exportName(id)}`,
    why: 'an id is the name of one alert, its file, its runbook and its suppression key: of two, one would be looked for in vain',
    fix: `give ${name} an id of its own, and the same name to its file and its export`,
  }));
}

function exportName(id: string): string {
  return `${id.charAt(0).toLowerCase()}${id.slice(1)}`;
}
