/** Exit codes of `bud-o11y`, the one table (decisions: exit codes are a promise). */
export const exitCodes = {
  done: 0,
  error: 1,
  changes: 2,
  decision: 3,
  partial: 4,
  cancelled: 5,
  bug: 70,
} as const;

export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];

/** What each exit code means, in the words of the last line on stderr. */
export const exitMeaning: Readonly<Record<ExitCode, string>> = {
  0: 'done, or nothing to change',
  1: 'error',
  2: 'there are changes',
  3: 'needs a decision',
  4: 'stopped or failed after at least one write',
  5: 'cancelled before anything was changed in a target',
  70: 'a bug in bud-o11y',
};

interface ErrorKind {
  readonly exit: ExitCode;
  readonly retryable: boolean;
  readonly meaning: string;
  readonly fix: string;
}

/** The world's failures, one row each: the exit code it leads to, whether trying again can help, and what to do. */
export const errorKinds = {
  usage: { exit: 1, retryable: false, meaning: 'the command line is wrong', fix: 'run the command with --help' },
  conflict: { exit: 3, retryable: false, meaning: 'somebody else owns what would be written', fix: 'move the foreign thing away, or take it over on purpose' },
  throttled: { exit: 1, retryable: true, meaning: 'the server asked to slow down', fix: 'wait, then run the command again' },
  forbidden: { exit: 1, retryable: false, meaning: 'permission denied', fix: 'grant the permission that the message names' },
  unauthorised: { exit: 1, retryable: false, meaning: 'the credentials were refused', fix: 'log in again, then run the command again' },
  notFound: { exit: 1, retryable: false, meaning: 'what the command needs is not there', fix: 'create it, or correct its name' },
  invalid: { exit: 1, retryable: false, meaning: 'a file, an object or an answer is not valid', fix: 'repair or remove what the message names' },
  immutable: { exit: 3, retryable: false, meaning: 'a field that cannot change would change', fix: 'delete and create the object on purpose' },
  timeout: { exit: 1, retryable: true, meaning: 'no answer in time', fix: 'run the command again' },
  unreachable: { exit: 1, retryable: true, meaning: 'a server cannot be reached', fix: 'check address and network, then run the command again' },
  serverError: { exit: 1, retryable: false, meaning: 'the server failed while it answered', fix: 'look at the log of the server that the message names, then run the command again' },
  identity: { exit: 3, retryable: false, meaning: 'the cluster is not the one that the environment is pinned to', fix: 'choose the right context, or pin the environment' },
  lockHeld: { exit: 3, retryable: false, meaning: 'another apply is running', fix: 'wait for it to end, then run the command again' },
  lockLost: { exit: 3, retryable: false, meaning: 'the lock was lost in the middle of an apply', fix: 'find out who took it, then run the command again' },
  stalePlan: { exit: 3, retryable: false, meaning: 'the plan no longer fits the target', fix: 'make a new plan and review it' },
  ownership: { exit: 3, retryable: false, meaning: 'a field belongs to another writer', fix: 'settle the owner, then run the command again' },
  confirmation: { exit: 3, retryable: false, meaning: 'somebody has to confirm it', fix: 'confirm it as the message says' },
  unready: { exit: 4, retryable: true, meaning: 'what was written does not work, or not in time', fix: 'look at its events and logs, repair what they name, then run the command again' },
  storage: { exit: 1, retryable: false, meaning: 'the disk refused a read or a write', fix: 'free space or repair permissions, then run the command again' },
  unsupported: { exit: 3, retryable: false, meaning: 'this version cannot do that', fix: 'use what the message offers' },
  cancelled: { exit: 5, retryable: false, meaning: 'cancelled', fix: 'run the command again when ready' },
  bug: { exit: 70, retryable: false, meaning: 'a bug in bud-o11y', fix: 'report it with the text above' },
} as const satisfies Record<string, ErrorKind>;

export type ErrorCode = keyof typeof errorKinds;

/** `details` is printed as it is: it must be free of secrets. `fix` replaces the table's general advice. */
export interface AppErrorOptions {
  readonly cause?: unknown;
  readonly details?: Readonly<Record<string, string | number | boolean>>;
  readonly fix?: string;
}

/** The only error type that is thrown on purpose when the world says no. */
export class AppError extends Error {
  override readonly name = 'AppError' as const;
  readonly code: ErrorCode;
  readonly details: Readonly<Record<string, string | number | boolean>>;
  readonly fix: string;

  constructor(code: ErrorCode, message: string, options: AppErrorOptions = {}) {
    super(message, options.cause === undefined ? {} : { cause: options.cause });
    this.code = code;
    this.details = options.details ?? {};
    this.fix = options.fix ?? errorKinds[code].fix;
  }
}

const storageCodes: ReadonlySet<string> = new Set(['ENOSPC', 'EDQUOT', 'EROFS', 'EIO', 'EMFILE', 'ENFILE', 'EXDEV', 'EBUSY', 'ELOOP']);
const permissionCodes: ReadonlySet<string> = new Set(['EACCES', 'EPERM']);

/** The only place where an unknown thrown value becomes an AppError; what it does not know is a bug. */
export function toAppError(thrown: unknown): AppError {
  if (thrown instanceof AppError) return thrown;
  const code = systemCode(thrown);
  const message = thrown instanceof Error ? thrown.message : String(thrown);
  if (permissionCodes.has(code)) return new AppError('forbidden', message, { cause: thrown });
  if (storageCodes.has(code)) return new AppError('storage', message, { cause: thrown });
  if (code === 'ENOENT' || code === 'ENOTDIR') return new AppError('notFound', message, { cause: thrown });
  return new AppError('bug', message, { cause: thrown });
}

function systemCode(thrown: unknown): string {
  return thrown instanceof Error && 'code' in thrown && typeof thrown.code === 'string' ? thrown.code : '';
}
