/** How a kubeconfig reaches a server. */
export interface KubeconfigOptions {
  readonly server: string;
  readonly token: string;
  /** PEM of the server's authority; without it the server is plain http. */
  readonly ca?: string;
  /** Name of context, cluster and user. */
  readonly context?: string;
}

/** A kubeconfig with one context, as JSON, which is YAML. */
export function kubeconfig({ server, token, ca, context = 'fake' }: KubeconfigOptions): string {
  const authority = ca === undefined ? {} : { 'certificate-authority-data': Buffer.from(ca).toString('base64') };
  const config = {
    apiVersion: 'v1',
    kind: 'Config',
    clusters: [{ name: context, cluster: { server, ...authority } }],
    users: [{ name: context, user: { token } }],
    contexts: [{ name: context, context: { cluster: context, user: context } }],
    'current-context': context,
  };
  return `${JSON.stringify(config, null, 2)}\n`;
}
