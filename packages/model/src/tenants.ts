/** Tenant ids that the backends use when tenancy is `single` (decisions 12): fixed by each program, not by us. */
export const tenants = { mimir: 'anonymous', loki: 'fake', tempo: 'single-tenant' } as const;
