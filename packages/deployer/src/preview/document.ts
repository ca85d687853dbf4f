import { html, type Html, htmlText, verbatim } from './html.ts';
import { styles } from './styles.ts';

/** Marks a file as one of these pages: what has no such mark belongs to somebody else. */
export const pageMark = '<meta name="generator" content="bud-o11y preview">';

/** A whole page: nothing in it asks for another file, and the browser is told to refuse if something did. */
export function htmlDocument(title: string, main: Html): string {
  return `<!doctype html>\n${htmlText(html`<html lang="en">
<head>
<meta charset="utf-8">
${verbatim(pageMark)}
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${title}</title>
<style>${verbatim(styles)}</style>
</head>
<body>
<main>
${main}
</main>
</body>
</html>
`)}`;
}
