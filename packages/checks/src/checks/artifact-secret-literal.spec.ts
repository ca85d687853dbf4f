import { describe, expect, it } from '@jest/globals';
import { alertmanager, problemsOf } from '../fixtures.ts';
import type { JsonObject } from '../json-view.ts';
import { artifactSecretLiteral } from './artifact-secret-literal.ts';

const found = (value: JsonObject): readonly (string | undefined)[] => problemsOf(artifactSecretLiteral, [alertmanager({ receiver: 'default' }, [{ name: 'default', ...value }])]).map(({ where }) => where.path?.replace('receivers.0.', ''));

// Put together at run time: a scanner of the repository would take them for real.
const random = ['q7Zt9Lw2', 'XbR4mK8v', 'N3pYc6Hd'].join('');
const hex = ['9f86d081', '884c7d65', '9a2feaa0', 'c55ad015'].join('');

describe('artifact-secret-literal', () => {
  it.each([
    ['a value under a key that takes a secret', { password: 'hunter2' }, 'password'],
    ['one of an object store', { s3: { secretAccessKey: 'abc' } }, 's3.secretAccessKey'],
    ['one in a list', { users: [{ accessKey: 'console' }] }, 'users.0.accessKey'],
    ['one after a prefix', { smtp_auth_password: 'x' }, 'smtp_auth_password'],
    ['a routing key of PagerDuty', { pagerduty_configs: [{ routing_key: 'x' }] }, 'pagerduty_configs.0.routing_key'],
    ['the value of a variable', { env: [{ name: 'GF_DATABASE_PASSWORD', value: 'x' }] }, 'env.0.value'],
    ['a random word under any key', { note: `key is ${random}` }, 'note'],
    ['a random number in base 16', { id: hex }, 'id'],
    ['the address of a webhook', { url: `https://hooks.slack.com/services/T000/B000/${'x'.repeat(8)}` }, 'url'],
    ['an access key', { id: `AKIA${'A1B2'.repeat(4)}` }, 'id'],
    ['a private key', { text: ['-----BEGIN', 'PRIVATE KEY-----'].join(' ') }, 'text'],
    ['a password in an address', { url: 'postgres://bud:hunter2@db:5432/bud' }, 'url'],
  ])('finds %s', (_name, value, path) => {
    expect(found(value)).toEqual([path]);
  });

  it.each([
    ['a variable', { secret_key: '${S3_SECRET_ACCESS_KEY}' }],
    ['a file of Grafana', { client_secret: '$__file{/etc/secrets/oidc/client-secret}' }],
    ['nothing', { password: '' }],
    ['the name of a Secret', { existingSecret: 'object-store-credentials', passwordKey: 'admin-password' }],
    ['the path of a file', { api_url_file: '/etc/alertmanager/secrets/slack-api-url' }],
    ['a variable of the collector', { password: '${env:REMOTE_PASSWORD}' }],
    ['a variable from a Secret', { env: [{ name: 'DB_PASSWORD', valueFrom: { secretKeyRef: { name: 'db', key: 'password' } } }] }],
    ['what a collector balances by', { load_balancing: { routing_key: 'traceID' } }],
    ['a long name', { key: '__meta_kubernetes_pod_label_app_kubernetes_io_component', other: 'auto_create_topic_default_partitions' }],
    ['camel case with a digit', { key: 'http2MaxConcurrentStreamsPerConnection' }],
    ['an image by its digest', { image: `grafana/loki@sha256:${hex}${hex}` }],
    ['an address with a port', { url: 'http://mimir-gateway.observability.svc:8080/api/v1/push?a=b@c' }],
  ])('accepts %s', (_name, value) => {
    expect(found(value)).toEqual([]);
  });

  it('does not repeat the secret', () => {
    const [problem] = problemsOf(artifactSecretLiteral, [alertmanager({ receiver: 'default' }, [{ name: 'default', note: random }])]);
    expect(problem?.what).toBe('holds a word of 24 random characters');
    expect(JSON.stringify(problem)).not.toContain(random);
  });
});
