import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { yamlText } from '@bud-o11y/model';
import { run } from '../programs/run.ts';
import { mutantOf, readVerdict } from './promtool-output.ts';
import type { Tally } from './tally.ts';

/** Two files for promtool: one case, run for what it is about and for all the mutants of that at once. */
export interface BatchFile {
  /** What the files are called, without `.rules.yaml` and `.test.yaml`. */
  readonly name: string;
  readonly rules: unknown;
  readonly tests: unknown;
  /** The end of a mutant's names -> the mutant. */
  readonly mutants: ReadonlyMap<string, string>;
}

/** Makes the files of one case. `index` is the case's place in the batch, `without` are mutants to leave out, by id. */
export type BatchCase = (index: number, without: ReadonlySet<string>) => BatchFile;

/** The program that runs the cases, and in how many processes at a time. */
export interface PromtoolRun {
  readonly promtool: string;
  readonly env: NodeJS.ProcessEnv;
  readonly processes: number;
}

/**
 * Runs every case of a batch for all of its mutants, with the real promtool.
 * @throws Error when a case fails without any change: then nothing can be said of the mutants.
 */
export async function runBatch(cases: readonly BatchCase[], options: PromtoolRun): Promise<Tally> {
  const mutants = new Set<string>();
  const caught = new Set<string>();
  let open = cases.map((make, index) => make(index, caught));
  for (const { mutants: own } of open) for (const id of own.values()) mutants.add(id);
  // promtool stops judging a file whose rules it cannot evaluate: the next round runs such a file without them.
  while (open.length > 0) {
    const { differs, broken } = readVerdict(await runFiles(open, options));
    const original = [...differs, ...broken].find((name) => mutantOf(name) === undefined);
    if (original !== undefined) throw new Error(`${original} fails a case of its own: run the tests of rules and alerts first`);
    const ids = new Map(open.flatMap((one) => [...one.mutants]));
    for (const name of [...differs, ...broken]) caught.add(ids.get(mutantOf(name)?.suffix ?? '') ?? name);
    const again = new Set([...broken].map((name) => mutantOf(name)?.index));
    open = cases.flatMap((make, index) => (again.has(index) ? [make(index, caught)] : []));
  }
  return { mutants, caught };
}

async function runFiles(files: readonly BatchFile[], { promtool, env, processes }: PromtoolRun): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'mutants-'));
  try {
    for (const { name, rules, tests } of files) {
      await writeFile(join(folder, `${name}.rules.yaml`), yamlText(rules));
      await writeFile(join(folder, `${name}.test.yaml`), yamlText(tests));
    }
    const shares = Array.from({ length: processes }, (_, share) => files.filter((_file, index) => index % processes === share).map(({ name }) => `${name}.test.yaml`));
    const runs = shares.filter((share) => share.length > 0).map((share) => run(promtool, ['test', 'rules', ...share], { cwd: folder, env, timeoutMs: 300_000 }));
    const output = (await Promise.all(runs)).map((ran) => ran.output).join('\n');
    const judged = output.match(/^Processing test file: /gm)?.length ?? 0;
    const refused = /^.*\.(?:rules|test)\.yaml: .*$/m.exec(output)?.[0];
    if (judged !== files.length || refused !== undefined) throw new Error(`promtool judged ${judged} of ${files.length} files: ${refused ?? output.slice(-1_000)}`);
    return output;
  } finally {
    await rm(folder, { recursive: true });
  }
}
