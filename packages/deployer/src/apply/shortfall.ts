import { type AppError, errorKinds, exitCodes, type ExitCode } from '@bud-o11y/model';
import type { Held } from '../plan/plan.ts';

/** What of a run was not carried out, though the run went on. */
export interface Shortfall {
  readonly isEmpty: boolean;
  held(held: readonly Pick<Held, 'reason' | 'problem'>[]): void;
  failed(error: AppError): void;
  /** A written object that does not work, or a dependent that was not begun. */
  unready(): void;
  /**
   * The exit code of the run: of a failure, `partial` when something was written, else its own; then a decision where one
   * stands in the way; what is merely blocked leaves the run partial.
   */
  exit(written: number): ExitCode;
}

/** Refused as well, and yet a decision: somebody may have the object made anew. */
const immutableField = 'target-immutable-field';

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
      for (const { reason, problem } of held) {
        if (reason === 'blocked') blocked = true;
        else if (reason === 'dispute' || problem.code === immutableField) decision = true;
        else failure ??= exitCodes.error;
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
