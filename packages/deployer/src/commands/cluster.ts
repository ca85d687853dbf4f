import { resolve } from 'node:path';
import { type Environment, identitiesPath } from '@bud-o11y/model';
import type { Host } from '../host.ts';
import type { Api } from '../targets/kubernetes/transport/index.ts';
import { loadConnection } from '../targets/kubernetes/transport/kubeconfig.ts';
import { type Invocation, optionText } from './command.ts';

/** The file of pinned identities: the repository's, or that of `--identities`. */
export function identitiesFile(invocation: Invocation, host: Host): string {
  const asked = optionText(invocation, 'identities');
  return asked === undefined ? resolve(host.workspace, identitiesPath) : resolve(host.cwd, asked);
}

/**
 * Opens the API server that kubeconfig and flags name, and closes it after the function. Which cluster that is, is not
 * known yet.
 */
export async function withApi<T>({ target }: Environment, invocation: Invocation, host: Host, use: (api: Api) => Promise<T>): Promise<T> {
  const context = optionText(invocation, 'context') ?? (target.kind === 'kubernetes' ? target.context : undefined);
  const path = optionText(invocation, 'kubeconfig');
  const connection = await loadConnection({
    cwd: host.cwd,
    variables: host.variables,
    ...(path === undefined ? {} : { path }),
    ...(context === undefined ? {} : { context }),
    trust: { exec: invocation.options['allow-exec'] === true, files: invocation.options['allow-files'] === true },
  });
  const api = await host.openApi(connection);
  try {
    return await use(api);
  } finally {
    await api.close();
  }
}
