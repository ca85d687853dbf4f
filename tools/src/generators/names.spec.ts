import { describe, expect, it } from '@jest/globals';
import { constantName, requireName, titleOf } from './names.ts';

describe('requireName', () => {
  it.each([
    ['alert', 'highCPU', 'PascalCase'],
    ['alert', 'High-CPU', 'PascalCase'],
    ['alert', '../Up', 'PascalCase'],
    ['dashboard', 'Platform', 'kebab-case'],
    ['dashboard', 'a'.repeat(41), '40 characters'],
    ['dashboard', 'a--b', 'kebab-case'],
    ['environment', 'Prod', 'kebab-case'],
    ['check', 'nodash', '<area>-<name>'],
    ['alert', 'HIGHCPU', 'there is HighCPU already'],
  ] as const)('refuses the %s %s', (kind, name, message) => {
    expect(() => requireName(kind, name, ['HighCPU'])).toThrow(message);
  });

  it.each([
    ['alert', 'HighCPU2'],
    ['dashboard', 'my-board'],
    ['dashboard', 'a'.repeat(40)],
    ['environment', 'eu-production'],
    ['check', 'alert-without-route'],
  ] as const)('takes the %s %s', (kind, name) => {
    expect(() => requireName(kind, name, [])).not.toThrow();
  });
});

describe('constantName', () => {
  it.each([['HighCPU', 'highCPU'], ['GPUSaturated', 'gPUSaturated'], ['my-board', 'myBoard'], ['eu', 'eu']])('of %s is %s', (name, constant) => {
    expect(constantName(name)).toBe(constant);
  });
});

describe('titleOf', () => {
  it('capitalises the words', () => {
    expect(titleOf('resource-util')).toBe('Resource Util');
  });
});
