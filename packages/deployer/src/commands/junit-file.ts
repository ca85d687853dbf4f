import { type Problem, ProblemsError, toAppError } from '@bud-o11y/model';
import type { ApplyEvent } from '../apply/events.ts';
import type { Host } from '../host.ts';
import type { Plan } from '../plan/plan.ts';
import { type JunitCase, junitCaseOf, junitXml } from '../report/junit.ts';
import type { Invocation } from './command.ts';
import { namedFile } from './named-file.ts';

/** Collects the cases of a run for `--junit`, and writes the file when it has ended, however it ended. */
export interface Junit {
  readonly listen: (event: ApplyEvent) => void;
  add(one: JunitCase): void;
  writeAfter<T>(run: () => Promise<T>): Promise<T>;
}

/**
 * To be called before anything else can fail: the file of a pipeline's last run must not stand for this one. It is written
 * once before the run, so that one that cannot be written stops it.
 */
export async function junitListener(invocation: Invocation, host: Host): Promise<Junit> {
  const file = await namedFile(invocation, 'junit', host);
  const cases: JunitCase[] = [];
  const write = async (): Promise<void> => await file?.write(junitXml(invocation.environment, cases));
  // A pipe would keep both.
  if (file?.replaceable === true) await write();
  return {
    listen(event) {
      const one = junitCaseOf(event);
      if (one !== undefined) cases.push(one);
    },
    add: (one) => void cases.push(one),
    async writeAfter(run) {
      try {
        return await run();
      } catch (thrown) {
        cases.push(...casesOf(thrown));
        throw thrown;
      } finally {
        await write();
      }
    },
  };
}

/** A problem as a case; one that is no error passed. */
export function problemCase(suite: string, { code, severity, where, what, why, fix }: Problem): JunitCase {
  const name = [code, where.artifact ?? where.file ?? '', where.path ?? ''].filter((part) => part !== '').join(' ');
  return { suite, name, ...(severity === 'error' ? { fault: { kind: 'failure', message: what, text: `${why}\nfix: ${fix}` } } : {}) };
}

/** What a plan comes to: a case per change, and a fault for each that cannot be carried out. */
export function planCases(plan: Plan): readonly JunitCase[] {
  return [
    ...plan.changes.map((change) => ({ suite: change.wave, name: `${change.action} ${change.address}` })),
    ...plan.held.map(({ wave, address, reason, problem }): JunitCase => ({ suite: wave, name: address, fault: { kind: reason === 'blocked' ? 'skipped' : 'failure', message: problem.what, text: `${problem.why}\nfix: ${problem.fix}` } })),
    ...plan.conflicts.map((problem) => problemCase('problems', problem)),
  ];
}

function casesOf(thrown: unknown): readonly JunitCase[] {
  if (thrown instanceof ProblemsError) return thrown.problems.map((problem) => problemCase('problems', problem));
  const { code, message, fix } = toAppError(thrown);
  return [{ suite: 'run', name: code, fault: { kind: 'error', message, text: `fix: ${fix}` } }];
}
