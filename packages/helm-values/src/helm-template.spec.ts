import { describe, expect, it } from '@jest/globals';
import { escapeTemplate } from './helm-template.ts';

describe('escapeTemplate', () => {
  it.each([
    ['{level="debug"}', '{level="debug"}'],
    ['{{ .Value }}', '{{ "{{" }} .Value {{ "}}" }}'],
    ['a }}{{ b', 'a {{ "}}" }}{{ "{{" }} b'],
  ])('%s', (text, escaped) => {
    expect(escapeTemplate(text)).toBe(escaped);
  });
});
