/** Ports of one control plane. */
export interface Ports {
  readonly etcd: number;
  readonly etcdPeer: number;
  readonly apiserver: number;
  readonly controllerManager: number;
  readonly scheduler: number;
}

const loopback = (port: number): string => `http://127.0.0.1:${port}`;

/** Command lines of a control plane whose files lie in its working folder. Nothing listens beyond the loopback. */
export const argumentsOf = {
  // Without fsync: what is in it is thrown away, and a busy disk would make every write slow.
  etcd: ({ etcd, etcdPeer }: Ports): readonly string[] => [
    '--name=one', '--data-dir=etcd', '--unsafe-no-fsync', `--listen-client-urls=${loopback(etcd)}`, `--advertise-client-urls=${loopback(etcd)}`,
    `--listen-peer-urls=${loopback(etcdPeer)}`, `--initial-advertise-peer-urls=${loopback(etcdPeer)}`, `--initial-cluster=one=${loopback(etcdPeer)}`,
  ],
  // No admission by service account: the accounts themselves come from the controller manager, which starts later.
  'kube-apiserver': ({ etcd, apiserver }: Ports): readonly string[] => [
    `--etcd-servers=${loopback(etcd)}`, '--bind-address=127.0.0.1', `--secure-port=${apiserver}`, '--cert-dir=certs', '--advertise-address=127.0.0.1',
    '--service-account-issuer=https://kubernetes.default.svc', '--service-account-key-file=sa.key', '--service-account-signing-key-file=sa.key', '--token-auth-file=tokens.csv',
    '--authorization-mode=RBAC', '--service-cluster-ip-range=10.0.0.0/24', '--disable-admission-plugins=ServiceAccount', '--endpoint-reconciler-type=none',
  ],
  'kube-controller-manager': ({ controllerManager }: Ports): readonly string[] => [
    '--kubeconfig=admin.kubeconfig', '--service-account-private-key-file=sa.key', '--leader-elect=false', '--bind-address=127.0.0.1', `--secure-port=${controllerManager}`, '--cert-dir=certs-manager', '--authentication-skip-lookup',
  ],
  'kube-scheduler': ({ scheduler }: Ports): readonly string[] => [
    '--kubeconfig=admin.kubeconfig', '--leader-elect=false', '--bind-address=127.0.0.1', `--secure-port=${scheduler}`, '--cert-dir=certs-scheduler', '--authentication-skip-lookup',
  ],
  kwok: (): readonly string[] => ['--config=kwok.yaml', '--kubeconfig=admin.kubeconfig', '--manage-all-nodes=true', '--node-lease-duration-seconds=40'],
} as const;
