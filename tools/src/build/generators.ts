import { type Artifact, type Environment, type GeneratorProject } from '@bud-o11y/model';

/** What each of the four generator packages exports: everything of its kind for one environment, as data. */
export type Render = (environment: Environment) => readonly Artifact[];

/** Loads one generator and nothing else, so that a build reads only what its Nx inputs name. */
export const generators: Readonly<Record<GeneratorProject, () => Promise<Render>>> = {
  alerts: async () => (await import('@bud-o11y/alerts')).renderAlerts,
  dashboards: async () => (await import('@bud-o11y/dashboards')).renderDashboards,
  'helm-values': async () => (await import('@bud-o11y/helm-values')).renderHelmValues,
  rules: async () => (await import('@bud-o11y/rules')).renderRules,
};
