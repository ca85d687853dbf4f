import { type Environment, roles } from '@bud-o11y/model';

/** Folder in which the client secret's Secret is mounted. */
export const oidcSecretDirectory = '/etc/secrets/oidc';

/**
 * JMESPath from Keycloak's realm roles to Grafana's (documents 7.3 and 10.1), the strongest first. A user with none of
 * them gets nothing, and is refused because the mapping is strict. Grafana looks for `realm_access` in the ID token and at
 * the userinfo endpoint: Keycloak's mapper of realm roles must add it to one of them, which is not its default.
 */
export function roleAttributePath(): string {
  return Object.values(roles)
    .flatMap((role) => role.realmRoles.map((realmRole) => `contains(realm_access.roles[*], '${realmRole}') && '${role.grafanaRole}'`))
    .join(' || ');
}

/**
 * `[auth.generic_oauth]`: Keycloak by its realm's issuer; undefined without one. The secret is read from a mounted file.
 * Whoever signs out of Grafana signs out of Keycloak, and comes back to the page to sign in.
 */
export function genericOauth({ grafanaUrl, oidc }: Environment): Readonly<Record<string, string | boolean>> | undefined {
  if (oidc === undefined) return undefined;
  const { issuer, clientId } = oidc;
  const endpoint = `${issuer}/protocol/openid-connect`;
  return {
    enabled: true,
    name: 'Keycloak',
    client_id: clientId,
    client_secret: `$__file{${oidcSecretDirectory}/client-secret}`,
    scopes: 'openid profile email roles offline_access',
    auth_url: `${endpoint}/auth`,
    token_url: `${endpoint}/token`,
    api_url: `${endpoint}/userinfo`,
    signout_redirect_url: `${endpoint}/logout?post_logout_redirect_uri=${encodeURIComponent(`${grafanaUrl}/login`)}`,
    use_pkce: true,
    use_refresh_token: true,
    login_attribute_path: 'preferred_username',
    email_attribute_path: 'email',
    name_attribute_path: 'name',
    role_attribute_path: roleAttributePath(),
    role_attribute_strict: true,
    allow_assign_grafana_admin: false,
  };
}
