/** One real program that checks and tests run, pinned, and how to build it as a Go module of its own. */
export interface Recipe {
  /** Also the file name in .tools/bin. */
  readonly name: string;
  /** As the program's own `--version` prints it; the install proves that. */
  readonly version: string;
  /** Go module version of `package`; it may differ from `version`. */
  readonly moduleVersion: string;
  /** Import path of the program's main package. */
  readonly package: string;
  /** Go variable that `--version` prints: a module build would leave it empty. */
  readonly versionVariable: string;
  /** Whether `npm run tools` installs it without being asked by name. */
  readonly byDefault: boolean;
  /** What it is needed for, as the table of `npm run tools` says. */
  readonly purpose: string;
}
