import { html, type Html } from './html.ts';

/** A query as it is written; a line that is too long breaks after a bracket, a comma or a bar, and inside a name only at need. */
export function code(text: string): Html {
  return html`<pre><code>${text.split(/(?<=[({,|])/).map((piece) => html`${piece}<wbr>`)}</code></pre>`;
}
