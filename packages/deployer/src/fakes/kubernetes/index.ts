import { writeFile } from 'node:fs/promises';
import type { User } from './access/rules.ts';
import { selfSigned } from './certificate.ts';
import { type ControllerOptions, type Controllers, startControllers } from './controllers/index.ts';
import type { BrokenGroup } from './discovery.ts';
import { type Faults, createFaults } from './faults.ts';
import { kubeconfig } from './kubeconfig.ts';
import { apiVersionOf } from './kinds.ts';
import { createLister } from './list.ts';
import { type JsonObject, type StoredObject, objectAt } from './object.ts';
import { createRegistry } from './registry.ts';
import { type RequestLog, createRequestLog } from './requests.ts';
import { listen } from './server.ts';
import { type Store, createStore } from './store.ts';
import { type Watches, createWatches } from './watch.ts';
import type { Cluster } from './writes/cluster.ts';
import { commit } from './writes/commit.ts';

export interface FakeOptions {
  /** TLS with HTTP/2, under a certificate that the kubeconfig trusts. Plain http without it. */
  readonly tls?: boolean;
  /** Users by bearer token, beside `admin-token`, which may do everything. */
  readonly tokens?: Readonly<Record<string, User>>;
  readonly controllers?: Partial<ControllerOptions>;
  /** Waits before every answer. */
  readonly latencyMs?: number;
  readonly version?: string;
  /** uid of the namespace kube-system: what a cluster is known by. */
  readonly identity?: string;
  /** Group versions whose discovery fails. */
  readonly broken?: readonly BrokenGroup[];
  /** The clock; RFC 3339 in whole seconds. */
  readonly now?: () => string;
}

/** A running fake API server. */
export interface FakeKubernetes {
  readonly url: string;
  /** PEM of the authority, when it speaks TLS. */
  readonly ca: string | undefined;
  readonly requests: RequestLog;
  readonly faults: Faults;
  readonly store: Store;
  readonly watches: Watches;
  readonly controllers: Controllers;
  /** Puts an object there as if it had always been, past authorisation and log. */
  seed(object: JsonObject): StoredObject;
  /** An object as it is; undefined when there is none. */
  read(kind: string, name: string, namespace?: string): StoredObject | undefined;
  /** Every later request with this token is answered 401. */
  expire(token: string): void;
  allow(token: string, user: User): void;
  kubeconfig(token?: string): string;
  writeKubeconfig(path: string, token?: string): Promise<void>;
  close(): Promise<void>;
}

export const adminToken = 'admin-token';

/** Starts a fake API server on a free port of the loopback. It keeps everything in memory. */
export async function startFakeKubernetes(options: FakeOptions = {}): Promise<FakeKubernetes> {
  const now = options.now ?? ((): string => `${new Date().toISOString().slice(0, 19)}Z`);
  const store = createStore(now);
  const cluster: Cluster = { store, registry: createRegistry(store), now };
  const tokens = new Map<string, User>([[adminToken, { name: 'admin', groups: ['system:masters', 'system:authenticated'] }], ...Object.entries(options.tokens ?? {})]);
  for (const name of ['default', 'kube-system', 'kube-public', 'kube-node-lease']) seed(cluster, { apiVersion: 'v1', kind: 'Namespace', metadata: { name, ...(name === 'kube-system' && options.identity !== undefined ? { uid: options.identity } : {}) } });
  const controllers = startControllers(cluster, { workloads: 0, definitions: 0, deletions: 0, ...options.controllers });
  const [requests, faults, watches] = [createRequestLog(), createFaults(), createWatches(store)];
  const certificate = options.tls === true ? selfSigned() : undefined;
  const parts = { cluster, list: createLister(store), broken: options.broken ?? [], version: options.version ?? 'v1.37.2' };
  const { port, close } = await listen({ parts, watches, faults, requests, userOf: (token) => tokens.get(token), latencyMs: options.latencyMs ?? 0 }, certificate);
  const url = `${certificate === undefined ? 'http' : 'https'}://127.0.0.1:${port}`;
  const config = (token = adminToken): string => kubeconfig({ server: url, token, ...(certificate === undefined ? {} : { ca: certificate.cert }) });
  return {
    url,
    ca: certificate?.cert,
    requests,
    faults,
    store,
    watches,
    controllers,
    seed: (object) => seed(cluster, object),
    read: (kind, name, namespace) => {
      const served = cluster.registry.kinds().find((known) => known.kind === kind);
      return served === undefined ? undefined : store.get(served, { name, ...(namespace === undefined ? {} : { namespace }) });
    },
    expire: (token) => void tokens.delete(token),
    allow: (token, user) => void tokens.set(token, user),
    kubeconfig: config,
    writeKubeconfig: (path, token) => writeFile(path, config(token), { mode: 0o600 }),
    close: async () => {
      controllers.stop();
      await close();
    },
  };
}

function seed(cluster: Cluster, object: JsonObject): StoredObject {
  const kind = cluster.registry.kinds().find((known) => known.kind === object['kind'] && apiVersionOf(known) === object['apiVersion']);
  if (kind === undefined) throw new Error(`the fake does not serve ${String(object['apiVersion'])} ${String(object['kind'])}`);
  const { name, namespace, uid } = objectAt(object, 'metadata');
  const live = cluster.store.get(kind, { name: String(name), ...(namespace === undefined ? {} : { namespace: String(namespace) }) });
  const stored = commit(cluster, kind, live, object, false);
  return typeof uid === 'string' && live === undefined ? cluster.store.put(kind, { ...stored, metadata: { ...stored.metadata, uid } }) : stored;
}
