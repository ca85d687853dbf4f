import { readFile } from 'node:fs/promises';
import { AppError } from '@bud-o11y/model';
import { type Clock, systemClock } from './clock.ts';
import type { ClientCertificate, Connection } from './connection.ts';
import { type ExecCredential, runExecPlugin } from './exec-plugin.ts';

/** What a request carries to prove who sends it. Two requests with the same object used the same proof. */
export interface Credential {
  readonly headers: Readonly<Record<string, string | string[]>>;
  readonly certificate?: ClientCertificate;
  /** Every secret in it, to be hidden from texts. */
  readonly secrets: readonly string[];
}

/**
 * The credentials of one connection. However many requests ask at once, they are fetched once; again at 80 % of their
 * life, or once when the server refuses them.
 */
export interface Credentials {
  get(): Promise<Credential>;
  /** Tells that the server took it. */
  accepted(credential: Credential): void;
  /** After a 401: another credential to try, or undefined when there is none. One that was never taken is not renewed. */
  renew(refused: Credential): Promise<Credential | undefined>;
}

interface Fetched {
  readonly credential: Credential;
  /** On `clock.now()`. */
  readonly refreshAt: number;
  readonly expiresAt: number;
}

/** How long a token file is trusted without looking again, in milliseconds. */
const tokenFileLife = 60_000;
const lifeShare = 0.8;

/** The outside world of `connectionCredentials`. */
interface Sources {
  readonly clock?: Clock;
  readonly runPlugin?: typeof runExecPlugin;
}

export function connectionCredentials(connection: Connection, { clock = systemClock, runPlugin = runExecPlugin }: Sources = {}): Credentials {
  let current: Fetched | undefined;
  let fetching: Promise<Fetched> | undefined;
  /** Came from `renew` and was not yet taken by the server. */
  let unproven: Credential | undefined;

  return {
    async get() {
      if (current === undefined) return (await fetchOnce()).credential;
      const { credential, refreshAt, expiresAt } = current;
      if (clock.now() < refreshAt) return credential;
      try {
        return (await fetchOnce()).credential;
      } catch (thrown) {
        if (clock.now() >= expiresAt) throw thrown;
        current = { credential, refreshAt: expiresAt, expiresAt };
        return credential;
      }
    },
    accepted(credential) {
      if (credential === unproven) unproven = undefined;
    },
    async renew(refused) {
      if (current !== undefined && current.credential !== refused) return current.credential;
      if (!isRenewable(connection) || refused === unproven) return undefined;
      const { credential } = await fetchOnce();
      unproven = credential;
      return credential;
    },
  };

  async function fetchOnce(): Promise<Fetched> {
    fetching ??= fetchNow().finally(() => {
      fetching = undefined;
    });
    return await fetching;
  }

  async function fetchNow(): Promise<Fetched> {
    const proof = await proofOf(connection, runPlugin);
    const secret = proof.authorization ?? '';
    const certificate = proof.certificate ?? connection.certificate;
    const now = clock.now();
    const life = proof.lifeMs ?? (proof.expires === undefined ? Number.POSITIVE_INFINITY : proof.expires - clock.wall());
    current = {
      credential: {
        headers: { ...mutable(connection.impersonation), ...(secret === '' ? {} : { authorization: secret }) },
        ...(certificate === undefined ? {} : { certificate }),
        secrets: [secret, secret.slice(secret.indexOf(' ') + 1), ...(connection.bearer.kind === 'basic' ? [connection.bearer.password] : [])].filter((text) => text !== ''),
      },
      refreshAt: now + life * lifeShare,
      expiresAt: now + life,
    };
    return current;
  }
}

/** As the HTTP client wants them. */
function mutable(headers: Connection['impersonation']): Record<string, string | string[]> {
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, typeof value === 'string' ? value : [...value]]));
}

function isRenewable({ bearer }: Connection): boolean {
  return bearer.kind === 'exec' || bearer.kind === 'tokenFile' || bearer.kind === 'provider';
}

interface Proof {
  readonly authorization?: string;
  readonly certificate?: ClientCertificate;
  /** Milliseconds since 1970. */
  readonly expires?: number;
  readonly lifeMs?: number;
}

async function proofOf({ bearer }: Connection, runPlugin: typeof runExecPlugin): Promise<Proof> {
  switch (bearer.kind) {
    case 'none':
      return {};
    case 'token':
      return { authorization: `Bearer ${bearer.token}` };
    case 'tokenFile':
      return { authorization: `Bearer ${await readToken(bearer.path)}`, lifeMs: tokenFileLife / lifeShare };
    case 'basic':
      return { authorization: `Basic ${Buffer.from(`${bearer.username}:${bearer.password}`).toString('base64')}` };
    case 'exec':
      return execProof(await runPlugin(bearer.plugin));
    case 'provider':
      return { authorization: await bearer.authorization() };
  }
}

function execProof({ token, certificate, expires }: ExecCredential): Proof {
  return {
    ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
    ...(certificate === undefined ? {} : { certificate }),
    ...(expires === undefined ? {} : { expires }),
  };
}

async function readToken(path: string): Promise<string> {
  let token: string;
  try {
    token = (await readFile(path, 'utf8')).trim();
  } catch (thrown) {
    throw new AppError('unauthorised', `the token file ${path} cannot be read`, { cause: thrown, fix: 'log in again, or correct `tokenFile` in the kubeconfig' });
  }
  if (token === '' || /\s/.test(token)) throw new AppError('unauthorised', `the token file ${path} holds no token`, { fix: 'log in again, or correct `tokenFile` in the kubeconfig' });
  return token;
}
