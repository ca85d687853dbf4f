import { basename, isAbsolute, join, relative } from 'node:path';
import type { Problem } from '@bud-o11y/model';

/** What of a kubeconfig is followed only on the user's word: it is code that somebody else may have written. */
export interface KubeconfigTrust {
  /** Credential plugins other than the well-known ones. */
  readonly exec?: boolean;
  /** Files outside the folder of the kubeconfig. */
  readonly files?: boolean;
  /** `insecure-skip-tls-verify`, and plain HTTP to another machine. */
  readonly insecure?: boolean;
}

/** The well-known plugins, each with the variables of the caller's environment that it reads. */
export const knownPlugins: Readonly<Record<string, RegExp>> = {
  aws: /^AWS_/,
  'gke-gcloud-auth-plugin': /^(?:CLOUDSDK_|GOOGLE_APPLICATION_CREDENTIALS$)/,
  kubelogin: /^(?:AZURE_|AAD_)/,
  'kubectl-oidc_login': /^KUBECACHEDIR$/,
};

/** The parts of the chosen context that the policy looks at, with the folder of the file that each comes from. */
export interface PolicyInput {
  readonly cluster: Readonly<Record<string, unknown>>;
  readonly clusterFolder: string;
  readonly user: Readonly<Record<string, unknown>>;
  readonly userFolder: string;
  readonly trust: KubeconfigTrust;
}

/** All that speaks against following this context, before anything that it points to is read or run. */
export function policyProblems({ cluster, clusterFolder, user, userFolder, trust }: PolicyInput): readonly Problem[] {
  return [
    ...insecurity(cluster, trust),
    ...(cluster['proxy-url'] === undefined ? [] : [problem('kubeconfig-proxy', `it sends everything through the proxy ${shown(cluster['proxy-url'])}`, 'whoever runs the proxy could read and change what is sent', 'remove `proxy-url`; this version goes to the API server directly')]),
    ...outside(cluster, ['certificate-authority'], clusterFolder, trust),
    ...outside(user, ['client-certificate', 'client-key', 'tokenFile'], userFolder, trust),
    ...execution(user, trust),
    ...unknownIdentity(user),
  ];
}

function insecurity(cluster: PolicyInput['cluster'], trust: KubeconfigTrust): readonly Problem[] {
  if (trust.insecure === true) return [];
  const problems: Problem[] = [];
  if (cluster['insecure-skip-tls-verify'] === true) problems.push(problem('kubeconfig-insecure', 'it switches the check of the server’s certificate off', 'anybody between here and the server could take the credentials', 'remove `insecure-skip-tls-verify` and give `certificate-authority-data`'));
  if (isRemotePlainHttp(cluster.server)) problems.push(problem('kubeconfig-insecure', `it talks plain HTTP to ${shown(cluster.server)}`, 'credentials would go over the network unencrypted', 'use the https address of the API server'));
  return problems;
}

function isRemotePlainHttp(server: unknown): boolean {
  const url = typeof server === 'string' ? URL.parse(server) : null;
  return url?.protocol === 'http:' && !['127.0.0.1', 'localhost', '[::1]'].includes(url.hostname);
}

function outside(part: PolicyInput['cluster'], keys: readonly string[], folder: string, trust: KubeconfigTrust): readonly Problem[] {
  if (trust.files === true) return [];
  return keys.flatMap((key) => {
    const value = part[key];
    if (typeof value !== 'string' || value === '' || isInside(folder, value)) return [];
    return [problem('kubeconfig-outside-file', `\`${key}\` points to ${shown(value)}, outside the folder of the kubeconfig`, 'a kubeconfig from elsewhere could have any file of this machine sent to its server', 'move the file beside the kubeconfig, put its content into it (`kubectl config view --flatten --raw`), or allow it with --allow-files')];
  });
}

function isInside(folder: string, path: string): boolean {
  const way = relative(folder, isAbsolute(path) ? path : join(folder, path));
  return way !== '' && way !== '..' && !way.startsWith('../') && !isAbsolute(way);
}

function execution(user: PolicyInput['user'], trust: KubeconfigTrust): readonly Problem[] {
  const { exec } = user;
  const provider = isTable(user['auth-provider']) ? user['auth-provider'].name : undefined;
  if (provider !== undefined && provider !== 'oidc') return [problem('kubeconfig-auth-provider', `it uses the auth-provider ${shown(provider)}`, 'such providers run commands and were removed from Kubernetes 1.26', 'log in again with the exec plugin of your cloud')];
  if (!isTable(exec) || trust.exec === true) return [];
  const command = typeof exec.command === 'string' ? exec.command : '';
  if (Object.hasOwn(knownPlugins, command)) return [];
  const why = basename(command) === command ? 'it is none of the known credential plugins' : 'only plugins that are found on PATH by their plain name are known';
  return [problem('kubeconfig-exec', `it runs the command ${shown(command)}`, `a kubeconfig can run anything on this machine; ${why} (${Object.keys(knownPlugins).join(', ')})`, 'read the `exec` section of the kubeconfig, then allow it with --allow-exec')];
}

/** Leaving part of an identity out would act as somebody else. */
function unknownIdentity(user: PolicyInput['user']): readonly Problem[] {
  return ['as-uid', 'as-user-extra'].filter((key) => user[key] !== undefined).map((key) => problem('kubeconfig-impersonation', `it impersonates with \`${key}\``, 'this version would leave it out, and act as somebody else', `use a context without \`${key}\``));
}

function problem(code: string, what: string, why: string, fix: string): Problem {
  return { code, severity: 'error', where: {}, what, why, fix };
}

function shown(value: unknown): string {
  return JSON.stringify(typeof value === 'string' ? value.replace(/\/\/[^/@]*@/, '//‹hidden›@') : value);
}

function isTable(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
