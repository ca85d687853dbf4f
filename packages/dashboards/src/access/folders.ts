import { type AccessArtifact, type Environment, folders } from '@bud-o11y/model';
import { accessArtifact } from './request.ts';

/** The folders, by the UIDs that dashboards and permissions name. */
export function renderFolders(environment: Environment): AccessArtifact {
  return accessArtifact(environment, {
    name: 'folders',
    notes: ['Send them before the first dashboards are provisioned: a folder that Grafana makes by itself gets another UID. 409 or 412 means that it is there already.'],
    requests: Object.values(folders).map(({ uid, title }) => ({ method: 'POST', path: '/api/folders', body: { uid, title } })),
  });
}
