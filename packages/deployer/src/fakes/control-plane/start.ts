import { generateKeyPairSync } from 'node:crypto';
import { copyFile, mkdir, mkdtemp, readFile, realpath, rm, writeFile } from 'node:fs/promises';
import { request } from 'node:https';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { kubeconfig } from '../kubernetes/kubeconfig.ts';
import { type Ports, argumentsOf } from './arguments.ts';
import { type Child, startChild } from './child.ts';
import { freePorts } from './free-ports.ts';
import { node } from './node.ts';
import type { ControlPlanePrograms } from './programs.ts';

/** A running control plane: a real API server with controllers, a scheduler and one node on which pods become ready. */
export interface ControlPlane {
  readonly url: string;
  /** PEM of the server's authority. */
  readonly ca: string;
  /** Folder with the files and logs of the programs; gone after `close`. */
  readonly folder: string;
  kubeconfig(token?: string): string;
  writeKubeconfig(path: string, token?: string): Promise<void>;
  close(): Promise<void>;
}

/** Bearer tokens: one may do everything, the other has no rights but those that a test binds to the user `limited`. */
export const controlPlaneTokens = { admin: 'admin-token', limited: 'limited-token' } as const;

const startLimitMs = 60_000;

/**
 * Starts etcd, API server, controller manager, scheduler and kwok on free ports of the loopback, in a folder of its own,
 * and waits until the node is ready. About eight seconds on an idle machine.
 * @throws Error with the last lines of the program that did not come up; nothing is left running then.
 */
export async function startControlPlane(programs: ControlPlanePrograms): Promise<ControlPlane> {
  const folder = await mkdtemp(join(tmpdir(), 'control-plane-'));
  const children: Child[] = [];
  const close = async (): Promise<void> => {
    await Promise.all(children.map((child) => child.stop()));
    await rm(folder, { recursive: true, force: true });
  };
  try {
    const ports = await prepare(programs, folder);
    const url = `https://127.0.0.1:${ports.apiserver}`;
    const start = (name: keyof ControlPlanePrograms): void => void children.push(startChild(programs[name], argumentsOf[name](ports), folder));
    start('etcd');
    start('kube-apiserver');
    const ca = await until(children, async () => {
      const authority = await readFile(join(folder, 'certs/apiserver.crt'), 'utf8');
      return (await call({ url, ca: authority }, 'GET', '/readyz')).text === 'ok' ? authority : undefined;
    });
    const config = (token: string = controlPlaneTokens.admin): string => kubeconfig({ server: url, token, ca, context: 'control-plane' });
    await writeFile(join(folder, 'admin.kubeconfig'), config(), { mode: 0o600 });
    start('kube-controller-manager');
    start('kube-scheduler');
    start('kwok');
    await addNode(children, { url, ca });
    return { url, ca, folder, kubeconfig: config, writeKubeconfig: (path, token) => writeFile(path, config(token), { mode: 0o600 }), close };
  } catch (thrown) {
    await close();
    throw thrown;
  }
}

async function prepare(programs: ControlPlanePrograms, folder: string): Promise<Ports> {
  const [etcd = 0, etcdPeer = 0, apiserver = 0, controllerManager = 0, scheduler = 0] = await freePorts(5);
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  await writeFile(join(folder, 'sa.key'), privateKey.export({ type: 'pkcs1', format: 'pem' }), { mode: 0o600 });
  await writeFile(join(folder, 'tokens.csv'), `${controlPlaneTokens.admin},admin,1,"system:masters"\n${controlPlaneTokens.limited},limited,2\n`, { mode: 0o600 });
  // The stages of nodes and pods lie beside the program that acts them out.
  await copyFile(join(dirname(await realpath(programs.kwok)), 'kwok.yaml'), join(folder, 'kwok.yaml'));
  await mkdir(join(folder, 'certs'), { recursive: true });
  return { etcd, etcdPeer, apiserver, controllerManager, scheduler };
}

async function addNode(children: readonly Child[], server: Server): Promise<void> {
  const { status, ...object } = node;
  const path = '/api/v1/nodes';
  await until(children, async () => [201, 409].includes((await call(server, 'POST', path, object)).code) || undefined);
  await until(children, async () => (await call(server, 'PATCH', `${path}/${node.metadata.name}/status`, { status })).code === 200 || undefined);
  await until(children, async () => isReady((await call(server, 'GET', `${path}/${node.metadata.name}`)).text) || undefined);
  // A namespace without its default account would refuse the first pods.
  await until(children, async () => (await call(server, 'GET', '/api/v1/namespaces/default/serviceaccounts/default')).code === 200 || undefined);
}

function isReady(text: string): boolean {
  const { status } = JSON.parse(text) as { readonly status?: { readonly conditions?: readonly { readonly type: string; readonly status: string }[] } };
  return status?.conditions?.some((condition) => condition.type === 'Ready' && condition.status === 'True') ?? false;
}

interface Server {
  readonly url: string;
  readonly ca: string;
}

async function call({ url, ca }: Server, method: string, path: string, body?: object): Promise<{ readonly code: number; readonly text: string }> {
  const headers = { authorization: `Bearer ${controlPlaneTokens.admin}`, 'content-type': method === 'PATCH' ? 'application/merge-patch+json' : 'application/json' };
  return new Promise((resolve, reject) => {
    const sent = request(`${url}${path}`, { method, ca, headers }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () => resolve({ code: response.statusCode ?? 0, text: Buffer.concat(chunks).toString('utf8') }));
    });
    sent.on('error', reject);
    sent.end(body === undefined ? '' : JSON.stringify(body));
  });
}

/** Asks until there is an answer: programs that start refuse connections for a while, and do not say when they no longer will. */
async function until<Found>(children: readonly Child[], ask: () => Promise<Found | undefined>): Promise<Found> {
  const end = performance.now() + startLimitMs;
  for (;;) {
    const found = await ask().catch(() => undefined);
    if (found !== undefined) return found;
    const dead = children.find((child) => child.ended());
    if (dead !== undefined) throw new Error(`${dead.name} ended while the control plane started:\n${await dead.tail()}`);
    if (performance.now() > end) {
      const tails = await Promise.all(children.map(async (child) => `${child.name}: ${await child.tail()}`));
      throw new Error(`the control plane did not come up in ${startLimitMs / 1_000} s\n${tails.join('\n')}`);
    }
    await wait(100);
  }
}
