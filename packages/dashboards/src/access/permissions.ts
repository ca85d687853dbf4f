import { type AccessArtifact, type Environment, type FolderName, folders } from '@bud-o11y/model';
import { accessArtifact } from './request.ts';
import { accessTeams } from './teams.ts';

/** Grafana's permission level for reading. Nobody gets more: dashboards are provisioned, and edited by a pull request. */
const view = 1;

/** Document 7.3: operators see every dashboard, users those of their projects. Whoever is Admin sees and edits all. */
export const viewers: Readonly<Record<FolderName, readonly (keyof typeof accessTeams)[]>> = {
  platform: ['operators'],
  project: ['operators', 'users'],
  audit: ['operators', 'security'],
};

/** How a team's numeric id is written before it is known. */
export function teamId(team: keyof typeof accessTeams): string {
  return `\${teamId:${accessTeams[team].name}}`;
}

/** Each list replaces the folder's whole list, and with it the default that lets every Viewer in. */
export function renderPermissions(environment: Environment): AccessArtifact {
  return accessArtifact(environment, {
    name: 'permissions',
    notes: [
      '${teamId:NAME} stands for the number that GET /api/teams/search?name=NAME answers as teams[0].id.',
      'Permissions hide dashboards, not data: every Viewer of the organisation can query every data source. "Own project" (document 7.3 and 10.2) is not enforced while tenancy is single.',
    ],
    requests: (Object.keys(viewers) as FolderName[]).map((folder) => ({
      method: 'POST',
      path: `/api/folders/${folders[folder].uid}/permissions`,
      body: { items: viewers[folder].map((team) => ({ teamId: teamId(team), permission: view })) },
    })),
    needs: ['access:folders', 'access:teams'],
  });
}
