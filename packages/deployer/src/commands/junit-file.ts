import { randomBytes } from 'node:crypto';
import { resolve } from 'node:path';
import { type Problem, ProblemsError, toAppError } from '@bud-o11y/model';
import type { ApplyEvent } from '../apply/events.ts';
import type { Host } from '../host.ts';
import type { Plan } from '../plan/plan.ts';
import { type JunitCase, junitCaseOf, junitXml } from '../report/junit.ts';
import { writeAtomically } from '../targets/directory/atomic.ts';
import { type Invocation, optionText } from './command.ts';

/** Collects the cases of a run for `--junit`, and writes the file when it has ended, however it ended. */
export interface Junit {
  readonly listen: (event: ApplyEvent) => void;
  add(one: JunitCase): void;
  writeAfter<T>(run: () => Promise<T>): Promise<T>;
}

/** @param name the environment. The file is written once before the run: one that cannot be written stops it. */
export async function junitListener(invocation: Invocation, host: Host, name: string): Promise<Junit> {
  const asked = optionText(invocation, 'junit');
  const cases: JunitCase[] = [];
  const write = async (): Promise<void> => {
    if (asked !== undefined) await writeAtomically(host.fileSystem, resolve(host.cwd, asked), junitXml(name, cases), `${host.processes.pid}-${randomBytes(4).toString('hex')}`);
  };
  await write();
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
