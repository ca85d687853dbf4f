import { describe, expect, it } from '@jest/globals';
import { html, htmlText, verbatim } from './html.ts';

describe('html', () => {
  it.each([
    ['text', html`<p>${'<b> & "q" \'s\''}</p>`, '<p>&lt;b&gt; &amp; &quot;q&quot; &#39;s&#39;</p>'],
    ['an attribute', html`<p title="${'" onclick="x'}"></p>`, '<p title="&quot; onclick=&quot;x"></p>'],
    ['HTML, which stays', html`<p>${html`<b>${1}</b>`}</p>`, '<p><b>1</b></p>'],
    ['lists', html`${[html`<i>`, ['<', 2]]}`, '<i>&lt;2'],
    ['nothing', html`a${undefined}${false}${0}`, 'a0'],
    ['a text of ours', html`${verbatim('a>b')}`, 'a>b'],
  ])('takes %s', (_, written, text) => {
    expect(htmlText(written)).toBe(text);
  });

  it('does not take what only looks like HTML: data is escaped, or is no hole at all', () => {
    const forged = JSON.parse('{"html":"<script>","markup":"<script>"}') as string;
    expect(htmlText(html`${forged}`)).not.toContain('<script>');
  });
});
