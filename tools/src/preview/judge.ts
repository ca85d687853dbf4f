import axe from 'axe-core';
import type { Browser, Page } from 'playwright-core';
import { clippedTexts, overlaps, widerThanWindow } from './in-page.ts';

/** What can be wrong with a page. */
export type FaultKind = 'console' | 'request' | 'scroll' | 'clipped' | 'overlap' | 'contrast' | 'accessibility';

/** One thing that is wrong with a page as it was seen. */
export interface Fault {
  readonly kind: FaultKind;
  readonly what: string;
  readonly view: View;
}

/** Pixels of every window. */
const height = 1_200;

/** How a page is looked at. */
export interface View {
  readonly scheme: 'light' | 'dark';
  readonly width: number;
}

/** Every way in which the preview pages must be readable. */
export const views: readonly [View, ...View[]] = [
  { scheme: 'light', width: 1_440 },
  { scheme: 'light', width: 2_560 },
  { scheme: 'dark', width: 2_560 },
  { scheme: 'dark', width: 1_440 },
];

/**
 * Opens a page in a fresh window, looks at it in every way asked for and says all that is wrong with it: an empty list for a
 * page that is as it should be. What happens while it loads is told of the first view.
 */
export async function judge(browser: Browser, url: string, of: readonly [View, ...View[]]): Promise<readonly Fault[]> {
  const [first] = of;
  const context = await browser.newContext({ colorScheme: first.scheme, viewport: { width: first.width, height } });
  try {
    const page = await context.newPage();
    const faults: Fault[] = [];
    let view = first;
    const add = (kind: FaultKind, what: string): void => void faults.push({ kind, what, view });
    page.on('console', (message) => void (['error', 'warning'].includes(message.type()) && add('console', message.text())));
    page.on('pageerror', (error) => add('console', error.message));
    page.on('request', (request) => void (request.url() !== url && add('request', request.url())));
    await page.goto(url, { waitUntil: 'load' });
    for (view of of) {
      await page.emulateMedia({ colorScheme: view.scheme });
      await page.setViewportSize({ width: view.width, height });
      for (const [kind, what] of [...(await layoutFaults(page)), ...(await axeFaults(page))]) add(kind, what);
    }
    return faults;
  } finally {
    await context.close();
  }
}

type Found = readonly [kind: FaultKind, what: string];

async function layoutFaults(page: Page): Promise<readonly Found[]> {
  const wider = await page.evaluate(widerThanWindow);
  return [
    ...(wider > 0 ? [['scroll', `${wider} px wider than the window`] as const] : []),
    ...(await page.evaluate(clippedTexts)).map((what) => ['clipped', what] as const),
    ...(await page.evaluate(overlaps, 'article')).map((what) => ['overlap', what] as const),
  ];
}

interface AxeViolation {
  readonly id: string;
  readonly impact: string;
  readonly nodes: readonly { readonly target: readonly unknown[]; readonly failureSummary?: string }[];
}

/** axe's serious and critical findings, the shapes inside a drawing left out; contrast (4.5:1, 3:1 for large text) has a kind of its own. */
async function axeFaults(page: Page): Promise<readonly Found[]> {
  if (!(await page.evaluate<boolean>('"axe" in globalThis'))) await page.evaluate(axe.source);
  const violations = await page.evaluate<readonly AxeViolation[]>("axe.run({ exclude: ['svg *'] }, { resultTypes: ['violations'], elementRef: false }).then(({ violations }) => violations)");
  return violations.filter(({ impact }) => impact === 'serious' || impact === 'critical').flatMap(({ id, nodes }) => nodes.map(({ target, failureSummary = '' }): Found => [
    id === 'color-contrast' ? 'contrast' : 'accessibility',
    `${id}: ${target.join(' ')}: ${failureSummary.replaceAll(/\s+/g, ' ')}`,
  ]));
}
