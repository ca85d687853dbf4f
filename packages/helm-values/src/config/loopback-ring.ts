/** A ring in memory and on loopback: one process has nobody to gossip with, and may have no eth0. */
export const loopbackRing = { kvstore: { store: 'inmemory' }, instance_addr: '127.0.0.1' } as const;
