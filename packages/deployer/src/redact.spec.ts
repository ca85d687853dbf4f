import { describe, expect, it } from '@jest/globals';
import { redact, redactedJson } from './redact.ts';
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
