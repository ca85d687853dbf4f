import { type AccessArtifact, type Environment, type RoleName, roles } from '@bud-o11y/model';
import { accessArtifact } from './request.ts';

/** A Grafana team, and whose members belong into it. */
export interface AccessTeam {
  readonly name: string;
  readonly members: string;
}

const realmRoles = (role: RoleName): string => `accounts with the realm role ${roles[role].realmRoles.join(' or ')}`;

/** Operators and users are both Viewers, so that only teams can tell them apart; Grafana's Admin needs none. */
export const accessTeams = {
  operators: { name: 'bud-operators', members: realmRoles('operator') },
  users: { name: 'bud-users', members: realmRoles('user') },
  security: { name: 'bud-security', members: 'accounts that look after access and audit' },
} as const satisfies Readonly<Record<string, AccessTeam>>;

/** The teams of document 10.1. */
export function renderTeams(environment: Environment): AccessArtifact {
  return accessArtifact(environment, {
    name: 'teams',
    notes: [
      'Grafana maps identity-provider groups to teams only in its commercial editions: members are added by hand or by PUT /api/teams/{id}/members.',
      ...Object.values(accessTeams).map(({ name, members }) => `${name}: ${members}.`),
      '409 means that the team is there already.',
    ],
    requests: Object.values(accessTeams).map(({ name }) => ({ method: 'POST', path: '/api/teams', body: { name } })),
  });
}
