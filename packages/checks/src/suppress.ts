import type { Problem } from '@bud-o11y/model';
import type { Suppression } from './suppressions.ts';

const file = 'packages/checks/src/suppressions.ts';

/**
 * Takes the suppressed problems out of a list and adds one Problem per suppression that has expired or hides nothing.
 * `today` is `YYYY-MM-DD`; a suppression still holds on its last day.
 */
export function suppress(problems: readonly Problem[], all: readonly Suppression[], environment: string, today: string): readonly Problem[] {
  const here = all.filter(({ environments }) => environments.some((name) => name === environment));
  const valid = here.filter(({ expires }) => today <= expires);
  return [
    ...problems.filter((problem) => !valid.some((suppression) => covers(suppression, problem))),
    ...here.filter(({ expires }) => today > expires).map(expired),
    ...valid.filter((suppression) => !problems.some((problem) => covers(suppression, problem))).map((suppression) => unused(suppression, environment)),
  ];
}

function covers({ check, artifact }: Suppression, { code, where }: Problem): boolean {
  return code === check && (artifact === undefined || artifact === where.artifact);
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

function unused({ check, artifact }: Suppression, environment: string): Problem {
  return {
    code: 'suppression-unused',
    severity: 'error',
    where: { file, path: named(check, artifact) },
    what: `nothing is left to suppress in ${environment}`,
    why: 'it would hide the next finding of this kind, which nobody has looked at',
    fix: `take ${environment} out of its environments, or remove it`,
  };
}

function named(check: string, artifact: string | undefined): string {
  return artifact === undefined ? check : `${check} on ${artifact}`;
}
