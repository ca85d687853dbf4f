/** A plugin of a kubeconfig that prints credentials (`users[].user.exec`), resolved and allowed. */
export interface ExecPlugin {
  /** Absolute path of the program. */
  readonly command: string;
  readonly args: readonly string[];
  /** The whole environment that it gets. */
  readonly variables: Readonly<Record<string, string>>;
  /** `client.authentication.k8s.io/v1` or `…/v1beta1`. */
  readonly apiVersion: string;
  /** What the kubeconfig says to do when the program is missing; empty when nothing. */
  readonly installHint: string;
}

export interface ClientCertificate {
  /** PEM. */
  readonly cert: string;
  /** PEM. */
  readonly key: string;
}

/** Where the `Authorization` header comes from. */
export type Bearer =
  | { readonly kind: 'none' }
  | { readonly kind: 'token'; readonly token: string }
  | { readonly kind: 'tokenFile'; readonly path: string }
  | { readonly kind: 'basic'; readonly username: string; readonly password: string }
  | { readonly kind: 'exec'; readonly plugin: ExecPlugin }
  /** The identity provider of `auth-provider: oidc`; asks it when its token has run out. */
  | { readonly kind: 'provider'; authorization(): Promise<string> };

/** How to reach one API server as one user: what a kubeconfig's context comes to after its files were read. */
export interface Connection {
  /** `https://host:port`, without path. */
  readonly origin: string;
  /** Path in front of every API path: empty, or as `/k8s/clusters/c-1` behind a gateway. */
  readonly prefix: string;
  /** Name of the context, for messages; empty inside a cluster. */
  readonly context: string;
  readonly namespace?: string;
  /** PEM; absent means the authorities that Node trusts. */
  readonly ca?: string;
  readonly servername?: string;
  /** False only where the kubeconfig says so and the caller allowed it. */
  readonly verify: boolean;
  readonly certificate?: ClientCertificate;
  readonly bearer: Bearer;
  /** `Impersonate-*` headers. */
  readonly impersonation: Readonly<Record<string, string | readonly string[]>>;
}
