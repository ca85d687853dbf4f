import { type Problem, artifactId, panelPlace } from '@bud-o11y/model';
import type { CheckContext } from './context.ts';
import type { Suppression } from './suppressions.ts';

const file = 'packages/checks/src/suppressions.ts';

/**
 * Takes the suppressed problems out of a list and adds one Problem per suppression that has expired or hides nothing.
 * `today` is `YYYY-MM-DD`; a suppression still holds on its last day.
 */
export function suppress(problems: readonly Problem[], all: readonly Suppression[], context: CheckContext, today: string): readonly Problem[] {
  const { name } = context.environment;
  const here = all.filter(({ environments }) => environments === 'every' || environments.some((other) => other === name));
  const valid = here.filter(({ expires }) => today <= expires).flatMap((suppression) => coversOf(suppression, context));
  return [
    ...problems.filter((problem) => !valid.some((cover) => covers(cover, problem))),
    ...here.filter(({ expires }) => today > expires).map(expired),
    ...valid.filter((cover) => !problems.some((problem) => covers(cover, problem))).map((cover) => unused(cover, name)),
  ];
}

/** What must hide something: a suppression, or one of the panels that it names. */
interface Cover extends Suppression {
  /** Place of the panel in words. */
  readonly place?: string;
}

function coversOf(suppression: Suppression, { dashboards }: CheckContext): readonly Cover[] {
  const { artifact, panels } = suppression;
  if (panels === undefined) return [suppression];
  const shown = dashboards.find((dashboard) => artifactId(dashboard.artifact) === artifact)?.panels ?? [];
  return shown.flatMap(({ id, title }) => (id !== undefined && panels.includes(id) ? [{ ...suppression, place: panelPlace(id, title) }] : []));
}

function covers({ check, artifact, place = '' }: Cover, { code, where }: Problem): boolean {
  return code === check && (artifact === undefined || artifact === where.artifact) && (where.path ?? '').startsWith(place);
}

function expired({ check, artifact, reason, expires }: Suppression): Problem {
  return {
    code: 'suppression-expired',
    severity: 'warning',
    where: { file, path: named(check, artifact) },
    what: `the suppression ended on ${expires}: ${reason}`,
    why: 'its reason was good until that day; since then its findings count again',
    fix: 'repair what it hid and remove it, or give a new reason and a new day',
  };
}

function unused({ check, artifact, place, environments }: Cover, environment: string): Problem {
  return {
    code: 'suppression-unused',
    severity: 'error',
    where: { file, path: named(check, artifact, place) },
    what: `nothing is left to suppress in ${environment}`,
    why: 'it would hide the next finding of this kind, which nobody has looked at',
    fix: place !== undefined ? 'take the panel out of its panels, or remove it' : environments === 'every' ? 'remove it' : `take ${environment} out of its environments, or remove it`,
  };
}

function named(check: string, artifact: string | undefined, place?: string): string {
  return [check, artifact, place].filter((part) => part !== undefined).join(' on ');
}
