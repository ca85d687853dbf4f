import type { KubeConfig } from '@kubernetes/client-node';
import { AppError } from '@bud-o11y/model';
import type { Chosen } from './kubeconfig.ts';

/**
 * The `Authorization` header of an `auth-provider: oidc`, which client-node fetches and renews. It alone needs
 * client-node, which takes a third of a second and 50 MB to load: that happens with the first header.
 * @throws AppError `invalid` for a section that cannot be used, `unauthorised` when the provider gives no token.
 */
export function providerAuthorization(chosen: Chosen): () => Promise<string> {
  let config: Promise<KubeConfig> | undefined;
  return async () => {
    config ??= clientConfig(chosen);
    const options: { headers: Record<string, string> } = { headers: {} };
    const loaded = await config;
    try {
      await loaded.applyToHTTPSOptions(options);
    } catch (thrown) {
      throw new AppError('unauthorised', 'the identity provider of the kubeconfig gave no token', { cause: thrown });
    }
    const { Authorization: authorization = '' } = options.headers;
    if (authorization === '') throw new AppError('unauthorised', 'the identity provider of the kubeconfig gave no token');
    return authorization;
  };
}

/** client-node reads `token-file` of every user as it loads, which is no key of Kubernetes: it gets one user, without. */
async function clientConfig({ context, cluster, user }: Chosen): Promise<KubeConfig> {
  const { KubeConfig } = await import('@kubernetes/client-node');
  const config = new KubeConfig();
  const { 'token-file': _ignored, ...value } = user.value;
  try {
    config.loadFromString(JSON.stringify({
      'current-context': context.name,
      contexts: [{ name: context.name, context: { ...context.value, user: user.name } }],
      clusters: [{ name: cluster.name, cluster: cluster.value }],
      users: [{ name: user.name, user: value }],
    }));
  } catch (thrown) {
    throw new AppError('invalid', `the context ${context.name} of the kubeconfig cannot be used: ${thrown instanceof Error ? thrown.message : String(thrown)}`);
  }
  return config;
}
