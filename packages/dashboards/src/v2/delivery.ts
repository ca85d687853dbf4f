import type { Environment, Problem } from '@bud-o11y/model';

/** What whoever switches an environment to v2 must know before the dashboards are gone: ADR 0012 has the evidence. */
export function notFromFiles({ name, components }: Environment): Problem {
  return {
    code: 'dashboards-schema-delivery',
    severity: 'warning',
    where: { file: `packages/model/src/environments/${name}.ts`, path: 'dashboardSchema' },
    what: `dashboards are written as dashboard.grafana.app/v2, which nothing here brings into Grafana ${components.grafana}`,
    why: 'the sidecar hands files to Grafana, whose file provisioning refused v2 dashboards in 13.0 and 13.1: none of them would show',
    fix: "send them to /apis/dashboard.grafana.app/v2, or set dashboardSchema: 'classic'; docs/adr/0012-dashboard-schema.md says what is known",
  };
}
