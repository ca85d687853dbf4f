import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { describeWithPrograms } from '../programs/for-specs.ts';
import { openBrowser } from './browser.ts';
import { type FaultKind, judge, type View, views } from './judge.ts';

const page = (body: string, head = ''): string => `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>t</title><style>a{color:inherit}body{margin:0;background:#fff;color:#111}@media (prefers-color-scheme:dark){body{background:#111;color:#eee}}</style>${head}</head><body><main><h1>t</h1>${body}</main></body></html>`;
const box = (style: string, text = 'some text'): string => `<article style="${style}">${text}</article>`;
const light: View = { scheme: 'light', width: 1_440 };

/** A page for each thing that can be wrong, and how it must be looked at to be seen. */
const planted: readonly (readonly [name: string, kind: FaultKind, html: string, view?: View])[] = [
  ['an error in a script', 'console', page('<script>throw new Error("planted")</script>')],
  ['a message on the console', 'console', page('<script>console.error("planted")</script>')],
  ['a stylesheet of another file', 'request', page('', '<link rel="stylesheet" href="planted.css">')],
  ['an image from elsewhere', 'request', page('<img alt="x" src="http://127.0.0.1:9/planted.png">')],
  ['a box wider than the window', 'scroll', page('<div style="width:3000px">x</div>')],
  ['a box wider than the narrow window alone', 'scroll', page('<div style="width:2000px">x</div>')],
  ['a line that is cut off', 'clipped', page('<p style="width:60px;overflow:hidden;white-space:nowrap">planted and far too long</p>')],
  ['a line that ends in dots', 'clipped', page('<p style="width:60px;overflow:hidden;white-space:nowrap;text-overflow:ellipsis">planted and far too long</p>')],
  ['lines below the edge of their box', 'clipped', page('<p style="width:60px;height:20px;overflow:clip">planted and far too long</p>')],
  ['boxes over each other', 'overlap', page(box('position:absolute;left:0;top:100px;width:200px') + box('position:absolute;left:150px;top:100px;width:200px'))],
  ['text too pale for light pages', 'contrast', page('<p style="color:#999">planted</p>')],
  ['text too dark for dark pages', 'contrast', page('<p style="color:#333">planted</p>'), { scheme: 'dark', width: 1_440 }],
  ['a picture without a text', 'accessibility', page('<svg role="img" width="9" height="9"></svg>')],
  ['a link without a name', 'accessibility', page('<a href="#x"></a>')],
];

describeWithPrograms(['chromium'], 'judge', ({ chromium }) => {
  let folder: string;
  let browser: Browser;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'judge-'));
    browser = await openBrowser(chromium);
  });
  afterAll(async () => {
    await browser.close();
    await rm(folder, { recursive: true });
  });
  const faultsOf = async (text: string, view: View): Promise<readonly string[]> => {
    const file = join(folder, 'page.html');
    await writeFile(file, text);
    return [...new Set((await judge(browser, pathToFileURL(file).href, [view])).map(({ kind }) => kind))];
  };

  it.each(planted)('finds %s, and nothing else', async (_, kind, text, view = light) => {
    // A request that fails is on the console too.
    expect((await faultsOf(text, view)).filter((found) => kind !== 'request' || found !== 'console')).toEqual([kind]);
  });

  it.each(views)('finds nothing on a sound page: $scheme, $width', async (view) => {
    const sound = page(`<a href="#a">to a</a>${box('position:absolute;left:0;top:100px;width:200px')}${box('position:absolute;left:200px;top:100px;width:200px')}<p style="width:60px;overflow:hidden">short</p>`);
    expect(await faultsOf(sound, view)).toEqual([]);
  });
});
