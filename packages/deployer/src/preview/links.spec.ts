import { describe, expect, it } from '@jest/globals';
import { htmlText } from './html.ts';
import { link } from './links.ts';

describe('link', () => {
  it.each([
    ['/d/error-tracking?${__url_time_range}&viewPanel=panel-31', '<a href="error-tracking.html#panel-31">T</a>'],
    ['/d/error-tracking?var-endpoint=${__field.labels.endpoint}', '<a href="error-tracking.html">T</a>'],
    ['https://runbooks.bud.example/HighErrorRate', '<a href="https://runbooks.bud.example/HighErrorRate">T</a>'],
    ['/explore?panes=x', 'T <small>(Explore)</small>'],
    ['https://x.bud.example/${__field.name}', 'T <small>(Explore)</small>'],
    ['javascript:alert(1)', 'T <small>(Explore)</small>'],
  ])('to %s', (url, text) => {
    expect(htmlText(link({ title: 'T', url }))).toBe(text);
  });
});
