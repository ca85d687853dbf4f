import type { Artifact, ProofOfLife } from '@bud-o11y/model';
import { dashboardJson } from './dashboard-json.ts';
import { dashboardPage, hasFigures } from './dashboard-page.ts';
import { indexPage } from './index-page.ts';

/** The pages of an environment by file name: one per dashboard, and the one that leads to them. Pure. */
export function previewPages(environment: string, artifacts: readonly Artifact[], proofs: ReadonlyMap<string, ProofOfLife>): ReadonlyMap<string, string> {
  const dashboards = artifacts.filter((artifact) => artifact.kind === 'dashboard').map(dashboardJson);
  return new Map([
    ['index.html', indexPage(environment, dashboards.map((dashboard) => ({ dashboard, hasFigures: hasFigures(proofs.get(dashboard.uid)) })))],
    ...dashboards.map((dashboard) => [`${dashboard.uid}.html`, dashboardPage(dashboard, environment, proofs.get(dashboard.uid))] as const),
  ]);
}
