import { describe, expect, it } from '@jest/globals';
import { environmentNamed } from '@bud-o11y/model';
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
