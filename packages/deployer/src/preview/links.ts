import type { LinkJson } from './dashboard-json.ts';
import { html, type Html } from './html.ts';

/**
 * A link by its title. One to a dashboard leads to that dashboard's page, one to a document to the document; Explore is part
 * of Grafana, so that what opens it is only named.
 */
export function link({ title, url }: LinkJson): Html {
  const [, uid] = /^\/d\/([A-Za-z0-9_-]+)/.exec(url) ?? [];
  if (uid !== undefined) {
    const [, panel] = /viewPanel=panel-(\d+)/.exec(url) ?? [];
    return html`<a href="${uid}.html${panel === undefined ? '' : `#panel-${panel}`}">${title}</a>`;
  }
  if (/^https?:\/\//.test(url) && !url.includes('${')) return html`<a href="${url}">${title}</a>`;
  return html`${title} <small>(Explore)</small>`;
}
