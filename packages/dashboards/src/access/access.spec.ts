import { describe, expect, it } from '@jest/globals';
import { environmentNamed, folders } from '@bud-o11y/model';
import { dashboards } from '../index.ts';
import { renderFolders } from './folders.ts';
import { renderPermissions, teamId, viewers } from './permissions.ts';
import type { AccessRequest } from './request.ts';
import { type accessTeams, renderTeams } from './teams.ts';

const production = environmentNamed('production');
const artifacts = [renderFolders(production), renderPermissions(production), renderTeams(production)];
const items = (request: AccessRequest) => (request.body?.['items'] ?? []) as readonly { readonly teamId: string; readonly permission: number }[];
const requests = (artifact: (typeof artifacts)[number]) => (artifact.data as unknown as { requests: AccessRequest[] }).requests;

describe('access requests', () => {
  it.each(artifacts)('$name say that nothing enforces them', ({ data }) => {
    expect(data).toMatchObject({ enforced: false });
  });

  it('make a folder for every dashboard', () => {
    const made = requests(renderFolders(production)).map(({ body }) => body?.['uid']);
    expect(made).toEqual(expect.arrayContaining(dashboards.map(({ folder }) => folders[folder].uid)));
  });

  it('replace the permissions of every folder, with teams that are made', () => {
    const permissions = requests(renderPermissions(production));
    expect(permissions.map(({ path }) => path)).toEqual(Object.values(folders).map(({ uid }) => `/api/folders/${uid}/permissions`));
    const made = requests(renderTeams(production)).map(({ body }) => `\${teamId:${String(body?.['name'])}}`);
    const named = permissions.flatMap(items).map((item) => item.teamId);
    expect(named.filter((id) => !made.includes(id))).toEqual([]);
  });

  it('let operators see everything and users the project folder only (document 7.3)', () => {
    const seenBy = (team: keyof typeof accessTeams) => Object.entries(viewers).filter(([, teams]) => teams.includes(team)).map(([folder]) => folder);
    expect(seenBy('operators')).toEqual(['platform', 'project', 'audit']);
    expect(seenBy('users')).toEqual(['project']);
  });

  it('grant nothing beyond reading', () => {
    const levels = requests(renderPermissions(production)).flatMap(items).map(({ permission }) => permission);
    expect(new Set(levels)).toEqual(new Set([1]));
  });

  it('write a team id that is not known yet by the name of the team', () => {
    expect(teamId('security')).toBe('${teamId:bud-security}');
  });
});
