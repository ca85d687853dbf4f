import { execFile } from 'node:child_process';
import { AppError } from '@bud-o11y/model';
import { secretsIn } from '../../../redact.ts';
import type { ClientCertificate, ExecPlugin } from './connection.ts';
import { serverText } from './server-text.ts';
import { isRecord } from './status.ts';

/** What a plugin printed. `expires` is in milliseconds since 1970. */
export interface ExecCredential {
  readonly token?: string;
  readonly certificate?: ClientCertificate;
  readonly expires?: number;
}

const timeoutMs = 30_000;
const outputLimit = 1024 * 1024;

/**
 * Runs a credential plugin once: no shell, no terminal, its own environment, 30 s and 1 MiB of output at most.
 * @throws AppError `unauthorised` when it fails, prints no credential, or one of another version; `timeout`; `notFound`.
 */
export async function runExecPlugin(plugin: ExecPlugin, limitMs = timeoutMs): Promise<ExecCredential> {
  const output = await new Promise<string>((resolve, reject) => {
    const child = execFile(plugin.command, plugin.args, { env: plugin.variables, timeout: limitMs, killSignal: 'SIGKILL', maxBuffer: outputLimit, windowsHide: true }, (error, stdout, stderr) => {
      if (error === null) resolve(stdout);
      else reject(pluginError(plugin, error, stderr, limitMs));
    });
    // A plugin may end without reading; that is its right.
    child.stdin?.on('error', () => undefined).end();
  });
  return readCredential(plugin, output);
}

function pluginError({ command, installHint, variables }: ExecPlugin, error: Error & { readonly code?: unknown; readonly killed?: boolean }, stderr: string, limitMs: number): AppError {
  const hint = installHint === '' ? {} : { fix: serverText(installHint) };
  if (error.code === 'ENOENT' || error.code === 'EACCES') return new AppError('notFound', `the credential plugin ${command} cannot be started (${error.code})`, hint);
  if (error.code === 'ERR_CHILD_PROCESS_STDIO_MAXBUFFER') return new AppError('unauthorised', `the credential plugin ${command} printed more than 1 MiB`);
  if (error.killed === true) return new AppError('timeout', `the credential plugin ${command} did not end within ${limitMs / 1000} s`, { fix: `run ${command} by hand: it may be waiting for a login` });
  const said = serverText(stderr, secretsIn(variables));
  return new AppError('unauthorised', `the credential plugin ${command} failed${said === '' ? '' : `: ${said}`}`, { ...hint, ...(typeof error.code === 'number' ? { details: { status: error.code } } : {}) });
}

/** The output is never part of a message: it is the secret. */
function readCredential(plugin: ExecPlugin, output: string): ExecCredential {
  const refuse = (why: string): AppError => new AppError('unauthorised', `the credential plugin ${plugin.command} ${why}`, { fix: 'update the plugin, or the `exec` section of the kubeconfig' });
  const document = parsed(output);
  if (!isRecord(document) || document.kind !== 'ExecCredential') throw refuse('printed no ExecCredential');
  if (document.apiVersion !== plugin.apiVersion) throw refuse(`answered in version ${serverText(String(document.apiVersion))}, not ${plugin.apiVersion}`);
  const status = isRecord(document.status) ? document.status : {};
  const { token, clientCertificateData: cert, clientKeyData: key, expirationTimestamp } = status;
  const expires = typeof expirationTimestamp === 'string' ? Date.parse(expirationTimestamp) : Number.NaN;
  const certificate = typeof cert === 'string' && typeof key === 'string' ? { cert, key } : undefined;
  if (typeof token !== 'string' && certificate === undefined) throw refuse('printed neither a token nor a client certificate');
  return {
    ...(typeof token === 'string' ? { token } : {}),
    ...(certificate === undefined ? {} : { certificate }),
    ...(Number.isNaN(expires) ? {} : { expires }),
  };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
