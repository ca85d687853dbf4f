import { type Environment, folders } from '@bud-o11y/model';
import { isDirectory, portOf } from '../addresses.ts';
import type { ProgramConfig } from '../program.ts';
import { genericOauth } from './grafana-oidc.ts';

type Section = Readonly<Record<string, string | number | boolean>>;

/** grafana.ini by section. In a cluster what the chart writes over its own; for a directory the whole file. */
export function grafanaIni(environment: Environment): Readonly<Record<string, Section>> {
  const intent = {
    server: { root_url: environment.grafanaUrl },
    analytics: { reporting_enabled: false, check_for_updates: false, check_for_plugin_updates: false },
    // Viewers may open Explore, to which most links of the dashboards lead, and try changes that they cannot save (ADR 0013).
    users: { allow_sign_up: false, auto_assign_org_role: 'Viewer', viewers_can_edit: true },
    // Alert rules live in the rulers: Grafana shows them, and evaluates none of its own.
    unified_alerting: { execute_alerts: false },
  };
  if (isDirectory(environment)) return directory(environment, intent);
  const oauth = genericOauth(environment);
  return { ...intent, ...(oauth === undefined ? {} : { auth: { oauth_allow_insecure_email_lookup: false }, 'auth.generic_oauth': oauth }) };
}

/** Grafana takes a relative path from its own home, not from where it is started: the shell's PWD names the target's root. */
const root = '$__env{PWD}';

function directory(environment: Environment, intent: Readonly<Record<string, Section>>): Readonly<Record<string, Section>> {
  return {
    ...intent,
    paths: { data: `${root}/grafana/data`, logs: `${root}/grafana/logs`, plugins: `${root}/grafana/plugins`, provisioning: `${root}/grafana/provisioning` },
    server: { ...intent.server, http_addr: '127.0.0.1', http_port: portOf(environment.grafanaUrl) },
    // On loopback only: looking needs no password, changing does.
    'auth.anonymous': { enabled: true, org_role: 'Viewer' },
    plugins: { preinstall_disabled: true },
  };
}

/** The text of an ini file: sections in the order given. */
export function iniText(sections: Readonly<Record<string, Section>>): string {
  return Object.entries(sections)
    .map(([name, keys]) => `[${name}]\n${Object.entries(keys).map(([key, value]) => `${key} = ${value}\n`).join('')}`)
    .join('\n');
}

/** Started as `grafana server --homepath <where Grafana is installed> --config grafana/grafana.ini`. */
export const grafanaFile: ProgramConfig = { name: 'grafana', program: 'grafana', file: 'grafana.ini', source: 'config/grafana.ts', layer: 'backends', content: (environment) => iniText(grafanaIni(environment)) };

/** Dashboards from files, read-only in the UI: one provider per folder, so that each has the UID that permissions and links name. */
export const grafanaDashboards: ProgramConfig = {
  name: 'grafana-dashboards',
  program: 'grafana',
  file: 'grafana-dashboards.yaml',
  source: 'config/grafana.ts',
  layer: 'backends',
  content: () => ({
    apiVersion: 1,
    providers: Object.values(folders).map(({ uid, title }) => ({
      name: uid, orgId: 1, type: 'file', folder: title, folderUid: uid, disableDeletion: false, allowUiUpdates: false, updateIntervalSeconds: 30,
      options: { path: `${root}/grafana/dashboards/${title}` },
    })),
  }),
};
