import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { collectBundle } from '../bundle.ts';
import { call } from '../fakes/client.ts';
import { controlPlaneTokens, startControlPlane } from '../fakes/control-plane/start.ts';
import type { ControlPlanePrograms } from '../fakes/control-plane/programs.ts';
import { kubernetesObjects } from '../objects/index.ts';
import { readEnvironment } from '@bud-o11y/model';
import type { BenchPlace, BenchServer, CommandRun } from './bench-place.ts';
import { benchArtifacts, type BenchBundle, benchEnvironment } from './bundle.ts';
import type { LoopFigures } from './children/loop.ts';
import { runTimed } from './run-child.ts';

/** Whole processes side by side on a real API server; milliseconds of wall time where nothing else is said. */
export interface RealFigures {
  readonly objects: number;
  readonly apply: readonly { readonly ours: CommandRun; readonly kubectl: number; readonly bare: LoopFigures }[];
  readonly plan: readonly { readonly ours: CommandRun; readonly kubectl: number }[];
  /** Of programs that only say their version. */
  readonly startUp: readonly { readonly ours: number; readonly kubectl: number }[];
}

export interface RealCasesOptions {
  readonly node: string;
  readonly place: BenchPlace;
  readonly programs: ControlPlanePrograms & { readonly kubectl: string };
  readonly objects: number;
  readonly rounds: number;
}

const objectBytes = 8000;
const launcher = join(import.meta.dirname, '../../bin/bud-o11y.mjs');

/** New objects go to a namespace of their own each time, so that nothing has to be deleted in between. */
export async function measureOnReal({ node, place, programs, objects, rounds }: RealCasesOptions): Promise<RealFigures> {
  const plane = await startControlPlane(programs);
  try {
    const server: BenchServer = { url: plane.url, ca: plane.ca, kubeconfig: plane.kubeconfig(), identity: await identityOf(plane) };
    const config = join(place.folder, 'kubectl.config');
    await plane.writeKubeconfig(config);
    const kubectl = async (args: readonly string[]): Promise<number> => {
      const ran = await runTimed({ program: programs.kubectl, args: ['--kubeconfig', config, ...args], cwd: place.folder, variables: { PATH: '/usr/bin:/bin' } });
      if (ran.exit !== 0) throw new Error(`kubectl ${args.join(' ')} ended with ${String(ran.exit)}:\n${ran.said.slice(-2000)}`);
      return ran.wallMs;
    };
    const bundle = (namespace: string): BenchBundle => ({ count: objects, bytes: objectBytes, revision: 0, namespace });
    const files = async (namespace: string): Promise<string> => {
      const folder = join(place.folder, namespace);
      await writeObjects(folder, bundle(namespace));
      await kubectl(['create', 'namespace', namespace]);
      return folder;
    };

    await place.command(server, 'apply', bundle('ours-warm-up'), true);
    await kubectl(['apply', '--server-side', '-f', await files('kubectl-warm-up')]);
    const apply: RealFigures['apply'][number][] = [];
    for (let round = 0; round < rounds; round += 1) {
      const folder = await files(`kubectl-${round}`);
      apply.push({
        ours: await place.command(server, 'apply', bundle(`ours-${round}`)),
        kubectl: await kubectl(['apply', '--server-side', '-f', folder]),
        bare: await place.loop(server, [['ours-warm-up', `bare-${round}`]]),
      });
    }
    const plan: RealFigures['plan'][number][] = [];
    for (let round = 0; round < rounds; round += 1) {
      plan.push({ ours: await place.command(server, 'plan', bundle('ours-0')), kubectl: await kubectl(['diff', '--server-side', '-f', join(place.folder, 'kubectl-0')]) });
    }
    const startUp: RealFigures['startUp'][number][] = [];
    for (let round = 0; round < Math.max(5, rounds); round += 1) {
      const ours = await runTimed({ program: node, args: [launcher, '--version'], cwd: place.folder });
      startUp.push({ ours: ours.wallMs, kubectl: await kubectl(['version', '--client']) });
    }
    return { objects, apply, plan, startUp };
  } finally {
    await plane.close();
  }
}

/** The ConfigMaps of a bundle as files, one each; the namespace is made by itself. */
async function writeObjects(folder: string, bundle: BenchBundle): Promise<void> {
  const environment = readEnvironment('dev', [benchEnvironment(bundle.namespace)]);
  const { bundle: collected } = collectBundle(environment.name, benchArtifacts(bundle), new Map());
  await mkdir(folder);
  for (const { object, text } of kubernetesObjects(collected, environment).objects) {
    if (object.kind === 'ConfigMap') await writeFile(join(folder, `${object.metadata.name}.json`), text);
  }
}

async function identityOf({ url, ca }: { readonly url: string; readonly ca: string }): Promise<string> {
  const { body } = await call({ url, ca, token: controlPlaneTokens.admin }, 'GET', '/api/v1/namespaces/kube-system');
  return (body as { readonly metadata: { readonly uid: string } }).metadata.uid;
}
