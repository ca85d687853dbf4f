// `node command.ts <CommandTask as JSON>`: the command line as it is, on a made-up bundle, with what it did and took
// written to a file when it ends.
import { writeFileSync } from 'node:fs';
import { enableCompileCache } from 'node:module';
import { join } from 'node:path';
import type { Api } from '../../targets/kubernetes/transport/index.ts';
import type { BenchBundle } from '../bundle.ts';
import { type Metered, startMeter } from '../meter.ts';
import { startRecording } from '../recording.ts';

/** What to run, and where its figures go. */
export interface CommandTask {
  /** The arguments of `bud-o11y`. */
  readonly args: readonly string[];
  readonly bundle: BenchBundle;
  readonly figures: string;
  /** Where to write the requests, when somebody will send them again. */
  readonly recording?: string;
}

/** What a run of the command line did. */
export interface CommandFigures extends Metered {
  readonly exit: number;
  /** What the made-up bundle took to make, in milliseconds: part of the start-up. */
  readonly bundleMs: number;
  readonly byName: Readonly<Record<string, number>>;
  readonly retries: number;
  readonly throttled: number;
  readonly connections: number;
  /** Peak of the resident set, in MiB. */
  readonly memory: number;
}

const { args, bundle, figures, recording } = JSON.parse(process.argv[2] ?? '') as CommandTask;
const metered = startMeter();
const record = recording === undefined ? undefined : startRecording();
// As the launcher does.
enableCompileCache(join(import.meta.dirname, '../../../../../node_modules/.cache/bud-o11y'));
const { benchArtifacts, benchEnvironment } = await import('../bundle.ts');
const { runProcess } = await import('../../cli.ts');
let api: Api | undefined;
let bundleMs = 0;

process.argv.splice(2, process.argv.length, ...args);
await runProcess({
  cwd: process.cwd(),
  workspace: process.cwd(),
  environments: [benchEnvironment(bundle.namespace)],
  render: async () => {
    const start = performance.now();
    const artifacts = benchArtifacts(bundle);
    bundleMs = performance.now() - start;
    return artifacts;
  },
  check: async () => [],
  charts: async () => ({ drafts: [], missing: [], problems: [] }),
  openApi: async (connection) => {
    const { openApi } = await import('../../targets/kubernetes/transport/api.ts');
    api = openApi({ connection });
    return api;
  },
});

const { byName = new Map<string, number>(), retries = 0, throttled = 0, connections = 0 } = api?.counts ?? {};
const result: CommandFigures = { ...metered(), exit: Number(process.exitCode ?? 0), bundleMs, byName: Object.fromEntries(byName), retries, throttled, connections, memory: process.resourceUsage().maxRSS / 1024 };
writeFileSync(figures, JSON.stringify(result));
if (recording !== undefined) record?.(recording);
