import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { AppError, nearest, ProblemsError } from '@bud-o11y/model';
import type { Bearer, ClientCertificate, Connection } from './connection.ts';
import { execPlugin } from './exec-section.ts';
import { inClusterConnection } from './in-cluster.ts';
import { type Entry, type KubeconfigPlace, type KubeconfigText, readKubeconfigs } from './kubeconfig-files.ts';
import { type KubeconfigTrust, policyProblems } from './kubeconfig-policy.ts';
import { isRecord } from './status.ts';

export interface KubeconfigOptions extends KubeconfigPlace {
  /** `--context`; instead of the current one. */
  readonly context?: string;
  readonly trust?: KubeconfigTrust;
}

/** A context with what it points to. */
export interface Chosen {
  readonly context: Entry;
  readonly cluster: Entry;
  readonly user: Entry;
}

/**
 * The connection of a context. What the kubeconfig points to is read only after the whole context was found
 * acceptable; nothing is run.
 * @throws AppError `notFound` when there is no kubeconfig, context, cluster, user or file; `invalid` for a bad file;
 * ProblemsError with everything that speaks against following the context.
 */
export async function loadConnection(options: KubeconfigOptions): Promise<Connection> {
  const text = await readKubeconfigs(options);
  if (text === undefined) {
    const own = options.context === undefined ? await inClusterConnection(options.variables) : undefined;
    if (own !== undefined) return own;
    throw new AppError('notFound', 'there is no kubeconfig: neither --kubeconfig, nor KUBECONFIG, nor ~/.kube/config', { fix: 'give one with --kubeconfig, or log in to the cluster' });
  }
  const chosen = choose(text, options.context);
  const problems = policyProblems({ cluster: chosen.cluster.value, clusterFolder: chosen.cluster.folder, user: chosen.user.value, userFolder: chosen.user.folder, trust: options.trust ?? {} });
  if (problems.length > 0) throw new ProblemsError(problems.map((problem) => ({ ...problem, where: { file: text.files[0] ?? '', path: chosen.context.name } })));
  return await connectionOf(chosen, options);
}

function choose(text: KubeconfigText, asked: string | undefined): Chosen {
  const where = text.files.join(', ');
  const name = asked ?? text.currentContext;
  if (name === undefined) throw new AppError('notFound', `${where} has no current context`, { fix: 'name one with --context' });
  const find = (entries: readonly Entry[], kind: string, wanted: unknown): Entry => {
    const found = entries.find((entry) => entry.name === wanted);
    if (found !== undefined) return found;
    const names = entries.map((entry) => entry.name);
    const close = nearest(String(wanted), names);
    throw new AppError('notFound', `${where} has no ${kind} ${JSON.stringify(wanted)}`, { fix: close === undefined ? `correct the name: the kubeconfig has ${names.length === 0 ? 'none' : names.join(', ')}` : `did you mean ${close}?` });
  };
  const context = find(text.contexts, 'context', name);
  const cluster = find(text.clusters, 'cluster', context.value.cluster);
  const anonymous = { name: '', value: {}, folder: context.folder };
  return { context, cluster, user: context.value.user === undefined || context.value.user === '' ? anonymous : find(text.users, 'user', context.value.user) };
}

async function connectionOf({ context, cluster, user }: Chosen, { variables }: KubeconfigOptions): Promise<Connection> {
  const address = textOf(cluster, 'server');
  if (address === undefined) throw new AppError('invalid', `the cluster ${cluster.name} of the kubeconfig has no \`server\``);
  const url = URL.parse(address);
  if (url === null || !['http:', 'https:'].includes(url.protocol)) throw new AppError('invalid', `the cluster ${cluster.name} of the kubeconfig has no usable \`server\``, { fix: 'it is an address as https://host:6443' });
  const ca = await pem('certificate-authority', cluster);
  const cert = await pem('client-certificate', user);
  const key = await pem('client-key', user);
  const certificate: ClientCertificate | undefined = cert === undefined || key === undefined ? undefined : { cert, key };
  const [namespace, servername] = [textOf(context, 'namespace'), textOf(cluster, 'tls-server-name')];
  const caData = textOf(cluster, 'certificate-authority-data');
  const told = { server: address, ...(caData === undefined ? {} : { 'certificate-authority-data': caData }), ...(servername === undefined ? {} : { 'tls-server-name': servername }) };
  return {
    origin: url.origin,
    prefix: url.pathname.replace(/\/$/, ''),
    context: context.name,
    ...(namespace === undefined ? {} : { namespace }),
    ...(ca === undefined ? {} : { ca }),
    ...(servername === undefined ? {} : { servername }),
    verify: cluster.value['insecure-skip-tls-verify'] !== true,
    ...(certificate === undefined ? {} : { certificate }),
    bearer: await bearerOf({ context, cluster, user }, variables, told),
    impersonation: impersonation(user),
  };
}

async function bearerOf(chosen: Chosen, variables: KubeconfigOptions['variables'], cluster: Readonly<Record<string, string>>): Promise<Bearer> {
  const { user } = chosen;
  const { exec, 'auth-provider': provider } = user.value;
  const [tokenFile, token, username] = [textOf(user, 'tokenFile'), textOf(user, 'token'), textOf(user, 'username')];
  if (tokenFile !== undefined) return { kind: 'tokenFile', path: resolve(user.folder, tokenFile) };
  if (token !== undefined) return { kind: 'token', token };
  if (isRecord(exec)) return { kind: 'exec', plugin: await execPlugin(exec, { folder: user.folder, variables, cluster }) };
  if (username !== undefined) return { kind: 'basic', username, password: textOf(user, 'password') ?? '' };
  if (provider !== undefined) return { kind: 'provider', authorization: (await import('./provider.ts')).providerAuthorization(chosen) };
  return { kind: 'none' };
}

/** A value that is there and not empty. */
function textOf({ value }: Entry, key: string): string | undefined {
  const found = value[key];
  return typeof found === 'string' && found !== '' ? found : undefined;
}

function impersonation({ value }: Entry): Connection['impersonation'] {
  const { as, 'as-groups': groups } = value;
  return {
    ...(typeof as === 'string' && as !== '' ? { 'impersonate-user': as } : {}),
    ...(Array.isArray(groups) && groups.length > 0 ? { 'impersonate-group': groups.map(String) } : {}),
  };
}

/** Data in the kubeconfig beats a file, as with kubectl. */
async function pem(key: string, entry: Entry): Promise<string | undefined> {
  const [data, file] = [textOf(entry, `${key}-data`), textOf(entry, key)];
  let text: string;
  if (data !== undefined) text = Buffer.from(data, 'base64').toString('utf8');
  else if (file === undefined) return undefined;
  else {
    try {
      text = await readFile(resolve(entry.folder, file), 'utf8');
    } catch (thrown) {
      throw new AppError('notFound', `the file of \`${key}\` in the kubeconfig cannot be read: ${file}`, { cause: thrown });
    }
  }
  if (!text.includes('-----BEGIN ')) throw new AppError('invalid', `\`${key}\` of the kubeconfig is no PEM`);
  return text;
}
