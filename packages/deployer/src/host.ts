import type { Figure } from '@bud-o11y/checks';
import type { AppError, Artifact, Bundle, Environment, EnvironmentInput, Problem } from '@bud-o11y/model';
import type { ExpandedCharts } from './charts/expand.ts';
import type { FileSystem } from './targets/directory/file-system.ts';
import type { ProcessTable } from './targets/directory/holder.ts';
import type { Api, Clock, Connection } from './targets/kubernetes/transport/index.ts';

/** One of the two output streams. */
export interface Output {
  write(text: string): void;
  readonly isTerminal: boolean;
  /** Width of the terminal; 80 where there is none. */
  readonly columns: number;
  /** What kept text from being written, once everything before is written or lost. A reader that went away is no failure. */
  readonly failure?: () => Promise<AppError | undefined>;
}

/** Everything outside a command: `cli.ts` gives the real one, a test another. No command reaches past it. */
export interface Host {
  /** Folder that relative paths of the command line start from. */
  readonly cwd: string;
  /** Root of the repository; `rendered/`, `docs/` and relative target paths are below it. */
  readonly workspace: string;
  /** Data. */
  readonly out: Output;
  /** Progress, warnings, errors. */
  readonly err: Output;
  readonly variables: Readonly<Record<string, string | undefined>>;
  /** Aborted by the first Ctrl-C or SIGTERM. */
  readonly signal: AbortSignal;
  readonly processes: ProcessTable;
  readonly fileSystem: FileSystem;
  readonly environments: readonly EnvironmentInput[];
  /** Runs the generators. */
  readonly render: (environment: Environment) => Promise<readonly Artifact[]>;
  /** Runs the checks; `today` is an ISO date. */
  readonly check: (bundle: Bundle, environment: Environment, today: string) => Promise<readonly Problem[]>;
  /** Counts what `check` prints beside the problems. */
  readonly figures: (bundle: Bundle, environment: Environment) => Promise<readonly Figure[]>;
  /** The time of locks and of waiting; that of requests is the api's own. */
  readonly clock: Clock;
  /** Opens an API server; the first request makes the first connection. */
  readonly openApi: (connection: Connection) => Promise<Api>;
  /** Asks the person at the terminal; undefined where there is none. */
  readonly ask?: (question: string) => Promise<string | undefined>;
  /** What takes the place of the pinned charts: a test has objects of its own. */
  readonly charts?: (bundle: Bundle, environment: Environment) => Promise<ExpandedCharts>;
}
