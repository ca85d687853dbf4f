import { describe, expect, it } from '@jest/globals';
import { redact, redactedJson, secretsIn } from './redact.ts';
import { seeded } from './fixtures/random.ts';

describe('redact', () => {
  it.each([
    ['password: hunter2', 'password: ‹hidden›'],
    ['  admin_password = hunter2', '  admin_password = ‹hidden›'],
    ['- "api_key": "hunter2"', '- "api_key": ‹hidden›'],
    ['routing_key: 123456', 'routing_key: ‹hidden›'],
    ['secret_access_key: ${S3_SECRET_ACCESS_KEY}', 'secret_access_key: ${S3_SECRET_ACCESS_KEY}'],
    ['client_secret = $__file{/etc/secrets/oidc}', 'client_secret = $__file{/etc/secrets/oidc}'],
    ['routing_key_file: /etc/alertmanager/secrets/pagerduty-routing-key', 'routing_key_file: /etc/alertmanager/secrets/pagerduty-routing-key'],
    ['existingSecret: grafana-oidc', 'existingSecret: grafana-oidc'],
    ['url: https://bud:hunter2@kafka.bud.example/x', 'url: https://bud:‹hidden›@kafka.bud.example/x'],
    ['expr: sum(rate(inference_tokens_total[5m]))', 'expr: sum(rate(inference_tokens_total[5m]))'],
  ])('%s', (line, wanted) => expect(redact(`a: 1\n${line}\n`)).toBe(`a: 1\n${wanted}\n`));

  it('lets no canary through behind a secret-looking key, as text or as JSON', () => {
    for (let seed = 0; seed < 200; seed += 1) {
      const random = seeded(seed);
      const key = `${random.pick(['', 'smtp_', 'auth-', 'x.'])}${random.pick(['password', 'secret', 'token', 'apiKey', 'api_key', 'private_key', 'Authorization'])}`;
      const canary = `canary${random.below(1_000_000)}`;
      for (const said of [redact(`${' '.repeat(random.below(6))}${key}: ${canary}`), redact(`${key}="${canary}"`), redactedJson({ list: [{ [key]: canary }] })]) {
        expect({ seed, said }).toEqual({ seed, said: expect.not.stringContaining(canary) });
      }
    }
  });
});

describe('secretsIn', () => {
  const base64 = (text: string): string => Buffer.from(text).toString('base64');
  it.each([
    ['the content of a Secret, as it is and as it is sent', { kind: 'Secret', data: { token: base64('hunter2') }, stringData: { more: 'line "1"\n' } }, ['hunter2', base64('hunter2'), 'line "1"\n', 'line \\"1\\"\\n', base64('line "1"\n')]],
    ['what is no text', { kind: 'Secret', stringData: { pin: 12345678 } }, ['12345678', base64('12345678')]],
    ['variables and keys that look like one', { spec: { env: [{ name: 'DB_PASSWORD', value: 'hunter2' }, { name: 'MODE', value: 'verbose' }], apiKey: 'hunter3' } }, ['hunter2', base64('hunter2'), 'hunter3', base64('hunter3')]],
    ['no reference', { spec: { password: '$__file{/etc/secrets/password}', existingSecret: 'grafana-oidc' } }, []],
    ['nothing so short that every message has it', { kind: 'Secret', data: { user: base64('adm') } }, []],
    ['nothing of what is no object', 'password', []],
  ])('has %s', (_, object, wanted) => expect(secretsIn(object)).toEqual(wanted));
});
