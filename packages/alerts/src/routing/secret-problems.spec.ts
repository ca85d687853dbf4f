import { describe, expect, it } from '@jest/globals';
import { environmentNamed } from '@bud-o11y/model';
import { mailProblems, receiverProblems } from './secret-problems.ts';

const environment = environmentNamed('production');

describe('receiverProblems', () => {
  it.each([
    { name: 'a receiver without a secret file', config: { name: 'pager', pagerduty_configs: [{ severity: 'critical' }] }, what: 'receiver pager has no routing_key_file' },
    { name: 'a secret file that nobody mounts', config: { name: 'chat', slack_configs: [{ api_url_file: '/elsewhere/slack' }] }, what: 'receiver chat reads its secret from /elsewhere/slack, which is not mounted' },
    { name: 'a secret that is written out', config: { name: 'pager', pagerduty_configs: [{ routing_key_file: '/etc/alertmanager/secrets/pagerduty-routing-key', routing_key: 'x' }] }, what: 'receiver pager has its routing_key written out' },
    { name: 'one that stands deeper', config: { name: 'hook', webhook_configs: [{ url_file: '/etc/alertmanager/secrets/audit-webhook-url', http_config: { authorization: { credentials: 'x' } } }] }, what: 'receiver hook has its credentials written out' },
  ])('reports $name, with the file to edit', ({ config, what }) => {
    expect(receiverProblems([config], environment)).toMatchObject([{ code: 'alerts-receiver-secret', where: { file: 'packages/alerts/src/routing/receivers.ts' }, what }]);
  });
});

describe('mailProblems', () => {
  const mail = [{ name: 'default', email_configs: [{ to: 'ops@bud.test' }] }];
  const file = '/etc/alertmanager/secrets/smtp-password';

  it.each([
    { name: 'mail without a password file', global: { smtp_from: 'a@bud.test' }, what: ['the mail of the global settings has no smtp_auth_password_file'] },
    { name: 'a password that is written out', global: { smtp_auth_password_file: file, smtp_auth_password: 'x' }, what: ['the global settings has its smtp_auth_password written out'] },
    { name: 'nothing where the file is named', global: { smtp_auth_password_file: file }, what: [] },
  ])('reports $name, with the file to edit', ({ global, what }) => {
    const found = mailProblems(global, mail, environment);
    expect(found.map((problem) => problem.what)).toEqual(what);
    for (const { where } of found) expect(where).toEqual({ file: 'packages/alerts/src/routing/alertmanager.ts', path: 'global' });
  });

  it('asks for none where nobody is mailed', () => {
    expect(mailProblems({}, [], environment)).toEqual([]);
  });
});
