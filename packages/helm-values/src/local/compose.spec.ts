import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { environmentNamed } from '@bud-o11y/model';
import { at, rendered } from '../testing/rendered.ts';
import { localPorts } from './ports.ts';
import { startedPrograms } from './started.ts';

const directories = rendered.filter(({ environment }) => environment.target.kind === 'directory');

describe.each(directories)('the stack of $environment.name', (one) => {
  const programs = startedPrograms(one.environment);

  it('takes no port twice', () => {
    const ports = Object.values(localPorts(one.environment));
    expect(ports.every((port) => port > 1_023)).toBe(true);
    expect(new Set(ports).size).toBe(ports.length);
  });

  it('has a service per program in the compose file, with the command that starts it by hand', () => {
    expect(Object.keys(at(one, 'compose', 'services') as object)).toEqual(programs.map(({ name }) => name));
    for (const { name, args, image } of programs) {
      expect(at(one, 'compose', 'services', name, 'image')).toBe(image);
      expect(at(one, 'compose', 'services', name, 'command')).toEqual(name === 'grafana' ? undefined : args);
      expect(at(one, 'compose', 'services', name, 'network_mode')).toBe('host');
    }
  });

  it('starts nothing before what it calls', () => {
    for (const [index, { after }] of programs.entries()) {
      const earlier = programs.slice(0, index).map(({ name }) => name);
      expect(after.filter((name) => !earlier.includes(name))).toEqual([]);
    }
  });

  it('is started by the lines of the README', () => {
    const readme = readFileSync(new URL('../../README.md', import.meta.url), 'utf8');
    const lines = /```sh\n(mimir [^`]*)```/.exec(readme)?.[1]?.trimEnd().split('\n');
    expect(lines).toEqual(programs.map(({ binary, args }) => [binary, ...args].join(' ').replace('$GRAFANA_HOME', '"$GRAFANA_HOME"')));
  });
});

it('runs the image of the version that the environment names', () => {
  const local = environmentNamed('local');
  const changed = { ...local, components: { ...local.components, loki: '9.9.9' } };
  expect(startedPrograms(changed).find(({ name }) => name === 'loki')?.image).toBe('grafana/loki:9.9.9');
});
