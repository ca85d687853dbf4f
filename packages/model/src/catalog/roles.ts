/** Document 7.3 and 10.2. `grafanaRole` is what open-source Grafana can enforce; decisions 12 says what it cannot. */
export const roles = {
  admin: { name: 'Admin', realmRoles: ['super_admin', 'admin'], grafanaRole: 'Admin', dashboards: 'all, edit through a pull request', data: 'all' },
  operator: { name: 'Operator', realmRoles: ['devops'], grafanaRole: 'Viewer', dashboards: 'all, view', data: 'all' },
  user: { name: 'User', realmRoles: ['developer', 'tester', 'user'], grafanaRole: 'Viewer', dashboards: 'project dashboards, view', data: 'all: own project is not enforced under tenancy `single`' },
} as const;

export type RoleName = keyof typeof roles;
