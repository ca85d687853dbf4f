import { describe, expect, it } from '@jest/globals';
import { environmentNamed, environmentNames } from '@bud-o11y/model';
import { roleAttributePath } from './grafana-oidc.ts';
import { grafanaIni, iniText } from './grafana.ts';

describe('roleAttributePath', () => {
  it('maps every realm role of the catalog, the strongest first', () => {
    const path = roleAttributePath();
    expect(path.split(' || ').map((rule) => rule.replace(/^contains\(realm_access\.roles\[\*\], '(\w+)'\) && '(\w+)'$/, '$1=$2'))).toEqual(['super_admin=Admin', 'admin=Admin', 'devops=Viewer', 'developer=Viewer', 'tester=Viewer', 'user=Viewer']);
  });
});

describe('grafanaIni', () => {
  it('is strict about roles, and reads the client secret from a file', () => {
    expect(grafanaIni(environmentNamed('production'))['auth.generic_oauth']).toMatchObject({ enabled: true, role_attribute_strict: true, client_secret: '$__file{/etc/secrets/oidc/client-secret}' });
  });

  it('lets nobody in whose realm role it does not know, and makes nobody an Admin of the server', () => {
    expect(grafanaIni(environmentNamed('production'))).toMatchObject({
      users: { allow_sign_up: false, auto_assign_org_role: 'Viewer' },
      auth: { oauth_allow_insecure_email_lookup: false },
      'auth.generic_oauth': { role_attribute_path: roleAttributePath(), allow_assign_grafana_admin: false, use_pkce: true },
    });
    expect(roleAttributePath()).not.toMatch(/\|\| '\w+'$/);
  });

  it('signs people out of Keycloak too, and brings them back', () => {
    const { signout_redirect_url: url } = grafanaIni(environmentNamed('production'))['auth.generic_oauth'] ?? {};
    expect(url).toBe('https://auth.production.bud.example/realms/bud/protocol/openid-connect/logout?post_logout_redirect_uri=https%3A%2F%2Fgrafana.production.bud.example%2Flogin');
  });

  it.each(environmentNames)('%s lets viewers open Explore, to which the links of the dashboards lead', (name) => {
    expect(grafanaIni(environmentNamed(name))['users']).toMatchObject({ viewers_can_edit: true });
  });

  it('asks no Keycloak where there is none, and listens on loopback', () => {
    const local = grafanaIni(environmentNamed('local'));
    expect(local['auth.generic_oauth']).toBeUndefined();
    expect(local['server']).toMatchObject({ http_addr: '127.0.0.1', http_port: 3000 });
  });
});

describe('iniText', () => {
  it('writes sections and keys in the order given', () => {
    expect(iniText({ b: { y: true, x: 0 }, a: { z: 'text' } })).toBe('[b]\ny = true\nx = 0\n\n[a]\nz = text\n');
  });
});
