import { bundleCheck } from '../check.ts';

/** Dashboards are written in a schema that something here brings into Grafana. ADR 0012 has the evidence. */
export const environmentDashboardSchema = bundleCheck({
  id: 'environment-dashboard-schema',
  severity: 'warning',
  why: 'the sidecar hands files to Grafana, whose file provisioning refused v2 dashboards in 13.0 and 13.1: none of them would show',
  appliesTo: [],
  *run({ environment: { name, components, dashboardSchema } }) {
    if (dashboardSchema !== 'v2') return;
    yield {
      file: `packages/model/src/environments/${name}.ts`,
      at: 'dashboardSchema',
      what: `dashboards are written as dashboard.grafana.app/v2, which nothing here brings into Grafana ${components.grafana}`,
      fix: "send them to /apis/dashboard.grafana.app/v2, or set dashboardSchema: 'classic'; docs/adr/0012-dashboard-schema.md says what is known",
    };
  },
});
