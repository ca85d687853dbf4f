import { type AppError, errorKinds, exitCodes, type ExitCode } from '@bud-o11y/model';
import type { Held } from '../plan/plan.ts';

/** What of a run was not carried out, though the run went on. */
export interface Shortfall {
  readonly isEmpty: boolean;
  held(held: readonly Pick<Held, 'reason'>[]): void;
  failed(error: AppError): void;
  /** A written object that does not work, or a dependent that was not begun. */
  unready(): void;
  /**
   * The exit code of the run: a failure after a write, else that of the failure; a decision where only decisions stand
   * in the way; what is merely blocked leaves the run partial.
   */
  exit(written: number): ExitCode;
}

export function noShortfall(): Shortfall {
  let failure: ExitCode | undefined;
  let decision = false;
  let blocked = false;
  let unready = false;
  return {
    get isEmpty() {
      return failure === undefined && !decision && !blocked && !unready;
    },
    held(held) {
      for (const { reason } of held) {
        if (reason === 'blocked') blocked = true;
        else decision = true;
      }
    },
    failed({ code }) {
      const { exit } = errorKinds[code];
      if (exit === exitCodes.decision) decision = true;
      else failure ??= exit;
    },
    unready() {
      unready = true;
    },
    exit(written) {
      if (failure !== undefined) return written > 0 ? exitCodes.partial : failure;
      if (decision) return exitCodes.decision;
      return blocked || unready ? exitCodes.partial : exitCodes.done;
    },
  };
}
