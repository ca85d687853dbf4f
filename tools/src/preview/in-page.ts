// What runs inside the browser: the functions are handed over as text, so each stands alone. Of the browser's types only
// what is used here is declared: its whole library would hold for every file of this project.

interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

interface PageElement {
  readonly id: string;
  readonly tagName: string;
  readonly textContent: string;
  readonly innerText?: string;
  readonly scrollWidth: number;
  readonly clientWidth: number;
  readonly scrollHeight: number;
  readonly clientHeight: number;
  getBoundingClientRect(): Box;
}

declare const document: { readonly documentElement: PageElement; querySelectorAll(selector: string): Iterable<PageElement> };
declare function getComputedStyle(element: PageElement): { readonly overflowX: string; readonly overflowY: string; readonly clipPath: string };

/** Elements with text that hide a part of what they hold. What is cut away on purpose, for screen readers alone, is not meant. */
export function clippedTexts(): readonly string[] {
  const hides = (value: string): boolean => value === 'hidden' || value === 'clip';
  const found: string[] = [];
  for (const element of document.querySelectorAll('body, body *:not(svg *)')) {
    const { overflowX, overflowY, clipPath } = getComputedStyle(element);
    // A line of text may be taller than its box by a fraction that rounds up to one pixel.
    const isClipped = (hides(overflowX) && element.scrollWidth > element.clientWidth + 1) || (hides(overflowY) && element.scrollHeight > element.clientHeight + 1);
    const text = isClipped && clipPath === 'none' ? (element.innerText ?? '') : '';
    if (text === '') continue;
    const name = element.id === '' ? element.tagName.toLowerCase() : `#${element.id}`;
    found.push(`${name} “${text.slice(0, 60).replaceAll('\n', ' ')}” ${element.scrollWidth}x${element.scrollHeight} in ${element.clientWidth}x${element.clientHeight}`);
  }
  return found;
}

/** Pairs of boxes of `selector` that share more than their edge. */
export function overlaps(selector: string): readonly string[] {
  const boxes = [...document.querySelectorAll(selector)].map((element) => ({ name: element.id === '' ? element.textContent.trim().slice(0, 40) : `#${element.id}`, box: element.getBoundingClientRect() }));
  return boxes.flatMap(({ name, box }, at) => boxes.slice(at + 1).flatMap((other) => {
    const wide = Math.min(box.right, other.box.right) - Math.max(box.left, other.box.left);
    const high = Math.min(box.bottom, other.box.bottom) - Math.max(box.top, other.box.top);
    return wide > 1 && high > 1 ? [`${name} and ${other.name}`] : [];
  }));
}

/** How many pixels the page is wider than its window. */
export function widerThanWindow(): number {
  return document.documentElement.scrollWidth - document.documentElement.clientWidth;
}
