import { describe, expect, it } from '@jest/globals';
import { fillTemplate } from './template.ts';

describe('fillTemplate', () => {
  it.each([
    { text: '{{ $labels.endpoint }} fails', value: 0, expected: 'chat/a b fails' },
    { text: 'x={{ $labels.endpoint | urlquery }}', value: 0, expected: 'x=chat%2Fa+b' },
    { text: '{{ $labels.absent }}.', value: 0, expected: '.' },
    { text: '{{ $value }}', value: 3, expected: '3' },
    { text: '{{ $value | humanizePercentage }}', value: 0.123456, expected: '12.35%' },
    { text: '{{ $value | humanize }}', value: 480_000, expected: '480k' },
    { text: '{{ $value | humanize }}', value: 0, expected: '0' },
    { text: '{{ $value | humanize }}', value: 0.4, expected: '400m' },
    { text: '{{ printf "%.2f" $value }}', value: 0.4, expected: '0.40' },
    { text: '{{ $value | humanize }}', value: 160, expected: '160' },
    { text: '{{ $value | humanize }}', value: 2_500_000, expected: '2.5M' },
    { text: '{{ $value | humanizeDuration }}', value: 7.98, expected: '7.98s' },
    { text: '{{ $value | humanizeDuration }}', value: 600, expected: '10m 0s' },
    { text: '{{ $value | humanizeDuration }}', value: 25_320, expected: '7h 2m 0s' },
    { text: '{{ $value | humanizeDuration }}', value: 90_061, expected: '1d 1h 1m 1s' },
  ])('$text of $value', ({ text, value, expected }) => {
    expect(fillTemplate(text, { endpoint: 'chat/a b' }, value)).toBe(expected);
  });

  it.each(['{{ .Labels.x }}', '{{ $value | humanise }}', '{{ $externalLabels.x }}'])('refuses %s', (text) => {
    expect(() => fillTemplate(text, {}, 1)).toThrow(RangeError);
  });
});
