/** Which projects each project may import. ARCHITECTURE.md shows this table; the specs hold both to the code. */
export const floors: Readonly<Record<string, readonly string[]>> = {
  model: [],
  rules: ['model'],
  alerts: ['model', 'rules'],
  dashboards: ['model', 'rules', 'alerts'],
  'helm-values': ['model'],
  checks: ['model'],
  deployer: ['model', 'rules', 'alerts', 'dashboards', 'helm-values', 'checks'],
  tools: ['model', 'rules', 'alerts', 'dashboards', 'helm-values', 'checks', 'deployer'],
};

/** Rooms inside a project that may not import each other: `from` never reaches `to`. */
export const walls: readonly { readonly from: string; readonly to: readonly string[]; readonly why: string }[] = [
  {
    from: 'packages/deployer/src/plan/',
    to: ['packages/deployer/src/apply/', 'packages/deployer/src/targets/'],
    why: 'a plan is pure data about what would happen; only apply/ and targets/ make it happen',
  },
];

/** npm packages with a home, because they are heavy or because another user would be another way to do a thing. */
export const homes: Readonly<Record<string, readonly string[]>> = {
  '@grafana/grafana-foundation-sdk': ['dashboards'],
  '@kubernetes/client-node': ['deployer'],
  ajv: ['tools'],
  'axe-core': ['tools'],
  commander: ['deployer'],
  'playwright-core': ['tools'],
  // What people write: the environments, and the values that are made of them.
  zod: ['helm-values', 'model'],
};
