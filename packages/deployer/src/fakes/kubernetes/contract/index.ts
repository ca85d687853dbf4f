import { afterAll, beforeAll, describe } from '@jest/globals';
import { applyingContract } from './applying.ts';
import { extendingContract } from './extending.ts';
import { livingContract } from './living.ts';
import { lockingContract } from './locking.ts';
import { owningContract } from './owning.ts';
import { permittingContract } from './permitting.ts';
import { readingContract } from './reading.ts';
import { refusingContract } from './refusing.ts';
import type { ContractSubject } from './subject.ts';

/**
 * What this project relies on in a Kubernetes API server. It runs against the fake and against a real control plane; a
 * difference is a bug in the fake. One server serves the whole suite, and every test has names of its own.
 */
export function kubernetesContract(name: string, start: () => Promise<ContractSubject>): void {
  describe(name, () => {
    let subject: ContractSubject | undefined;
    const use = (): ContractSubject => {
      if (subject === undefined) throw new Error('the server is not up');
      return subject;
    };
    beforeAll(async () => {
      subject = await start();
    }, 120_000);
    afterAll(() => subject?.close(), 60_000);

    applyingContract(use);
    owningContract(use);
    refusingContract(use);
    readingContract(use);
    livingContract(use);
    extendingContract(use);
    lockingContract(use);
    permittingContract(use);
  });
}
