import { describe, expect, it } from '@jest/globals';
import { propagationHeaders, yamlText } from '@bud-o11y/model';
import { rendered } from '../testing/rendered.ts';
import { daprAnnotations, daprConfiguration } from './dapr.ts';

describe.each(rendered)('daprConfiguration of $environment.name', ({ environment }) => {
  const text = yamlText(daprConfiguration(environment, 'bud'));

  it('samples every trace, by a rate that stays a string', () => {
    expect(text).toMatch(/samplingRate: ['"]1['"]/);
  });

  it('sends them to the gateway collector', () => {
    expect(text).toContain(`endpointAddress: ${environment.urls.otlpGrpc}`);
  });

  it('keeps paths out of the labels of metrics', () => {
    expect(text).toContain('increasedCardinality: false');
  });

  it('bears the name that pods refer to', () => {
    expect(text).toContain(`name: ${daprAnnotations['dapr.io/config']}`);
  });
});

it('no header of Dapr\'s own is relied on', () => {
  expect(propagationHeaders.find(({ header }) => header === 'x-dapr-trace-id')?.use).toMatch(/nothing/);
});
