import { describe, expect, it } from '@jest/globals';
import { cpuQuantity, memoryQuantity, quantityValue, storageQuantity } from './quantity.ts';

describe('quantities', () => {
  it.each([[0, '0'], [0.1, '100m'], [0.42, '500m'], [1, '1'], [1.01, '1100m'], [0.1 + 0.2, '300m']])('%s cores are %s', (cores, text) => {
    expect(cpuQuantity(cores)).toBe(text);
  });

  it.each([[0.1, '256Mi'], [0.3, '512Mi'], [1.0, '1Gi'], [3.75, '3584Mi'], [4.2, '4Gi']])('%s GB of memory are %s', (gigabytes, text) => {
    expect(memoryQuantity(gigabytes)).toBe(text);
  });

  it.each([[0.2, '1Gi'], [1.5, '2Gi'], [7.5, '10Gi'], [21.4, '20Gi'], [21.5, '50Gi'], [72, '100Gi'], [1_100, '2000Gi']])('%s GB of disk are %s', (gigabytes, text) => {
    expect(storageQuantity(gigabytes)).toBe(text);
  });

  it.each([['500m', 0.5], ['2', 2], ['256Mi', 268_435_456], ['1Ti', 1_099_511_627_776], ['much', Number.NaN]])('%s counts %s', (text, value) => {
    expect(quantityValue(text)).toBe(value);
  });
});
