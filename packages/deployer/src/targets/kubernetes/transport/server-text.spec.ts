import { describe, expect, it } from '@jest/globals';
import { serverText } from './server-text.ts';

describe('serverText', () => {
  it.each([
    ['control characters', 'no \u001b[2J', 'no \\x1b[2J'],
    ['what looks like a secret', 'line\npassword: hunter2', 'line\npassword: ‹hidden›'],
    ['an object as JSON', 'Job "a" is invalid: spec.template: Invalid value: {"spec":{"env":[{"name":"X","value":"hunter2"}]}}: field is immutable', 'Job "a" is invalid: spec.template: Invalid value: ‹object›: field is immutable'],
    ['an object as Go shows it', 'spec.template: Invalid value: core.PodTemplateSpec{Spec:core.PodSpec{Env:[]core.EnvVar{core.EnvVar{Name:"X", Value:"hunter2"}}}}: field is immutable', 'spec.template: Invalid value: ‹object›: field is immutable'],
    ['two objects', '[a: Invalid value: {"x":1}: no, b: Invalid value: v1.LabelSelector{MatchLabels:map[string]string{"a":"b"}}: field is immutable]', '[a: Invalid value: ‹object›: no, b: Invalid value: ‹object›: field is immutable]'],
    ['no value that is short', 'spec.replicas: Invalid value: -1: must be greater than or equal to 0', 'spec.replicas: Invalid value: -1: must be greater than or equal to 0'],
  ])('hides %s', (_, text, wanted) => expect(serverText(text)).toBe(wanted));

  it('hides known secrets, the longest first', () => expect(serverText('a hunter2-more, hunter2', ['hunter2', 'hunter2-more', ''])).toBe('a ‹hidden›, ‹hidden›'));
  it('is cut at 2,000 characters', () => expect(serverText('x'.repeat(3000))).toBe(`${'x'.repeat(2000)}…`));
});
