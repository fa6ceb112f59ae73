import type { Browser, Page } from '@playwright/test';
import { openPage } from './browser-page';
import { type Pan, pan } from './pan';

/** Where the plane lies that the map shows, and how far a square is from the next. components/usage/address-map */
export type Plane = { cell: number; pitchX: number; pitchY: number; width: number; height: number };

export type Rival = Pan & {
  /** ms until the first frame that shows it, from addresses that are in memory. */
  shownMs: number;
};

type Drawing = Plane & { seenWidth: number; seenHeight: number };
type Watched = Window & { draw?: (drawing: Drawing) => void };

/** Both draw into an element that scrolls, and that is as large as the map. */
export const RIVALS = { dom: 'an element per address', canvas: 'fillRect per address in view' } as const;

/** In the page: an element for each of 65,536 addresses. */
function drawElements(drawing: Drawing & { colours: string[]; colourOf: (at: number) => number }) {
  const { cell, pitchX, pitchY, width, height, colours, colourOf } = drawing;
  const parts = [`<div style="width:${width}px;height:${height}px">`];
  for (let square = 0; square < 256; square += 1) {
    const [left, top] = [(square % 16) * pitchX, Math.floor(square / 16) * pitchY];
    const grid = `position:absolute;left:${left}px;top:${top}px;grid-template-columns:repeat(16,${cell}px)`;
    parts.push(`<div style="display:grid;grid-auto-rows:${cell}px;${grid}">`);
    for (let at = 0; at < 256; at += 1)
      parts.push(`<span style="background:${colours[colourOf(square * 256 + at)]}"></span>`);
    parts.push('</div>');
  }
  (document.querySelector('#scroller') as HTMLElement).innerHTML = `${parts.join('')}</div>`;
}

/** In the page: one rectangle for each address in view, redrawn at each scroll. */
function drawRectangles(drawing: Drawing & { colours: string[]; colourOf: (at: number) => number }) {
  const { cell, pitchX, pitchY, width, height, seenWidth, seenHeight, colours, colourOf } = drawing;
  const scroller = document.querySelector('#scroller') as HTMLElement;
  scroller.innerHTML = `<div style="width:${width}px;height:${height}px"><canvas style="position:sticky;left:0;top:0;display:block"></canvas></div>`;
  const canvas = scroller.querySelector('canvas') as HTMLCanvasElement;
  canvas.width = seenWidth;
  canvas.height = seenHeight;
  const context = canvas.getContext('2d', { alpha: false }) as CanvasRenderingContext2D;
  const draw = () => {
    const { scrollLeft, scrollTop } = scroller;
    context.fillStyle = '#fff';
    context.fillRect(0, 0, seenWidth, seenHeight);
    for (let at = 0; at < 65_536; at += 1) {
      const square = Math.floor(at / 256);
      const x = (square % 16) * pitchX + (at % 16) * cell - scrollLeft;
      const y = Math.floor(square / 16) * pitchY + Math.floor((at % 256) / 16) * cell - scrollTop;
      if (x + cell < 0 || y + cell < 0 || x > seenWidth || y > seenHeight) continue;
      context.fillStyle = colours[colourOf(at)] as string;
      context.fillRect(x, y, cell, cell);
    }
  };
  scroller.addEventListener('scroll', draw);
  draw();
}

/** Draws, and resolves to the ms until the frame after the one that shows it begins. */
function show(page: Page, drawing: Drawing): Promise<number> {
  return page.evaluate((given) => {
    const started = performance.now();
    (window as Watched).draw?.(given);
    return new Promise<number>((resolve) =>
      requestAnimationFrame(() => requestAnimationFrame(() => resolve(performance.now() - started))),
    );
  }, drawing);
}

/** As many addresses as the map has, as many of them taken, drawn in another way, and panned the same way. */
export async function panRival(
  browser: Browser,
  kind: keyof typeof RIVALS,
  plane: Plane,
  seen: { width: number; height: number },
  ms: number,
): Promise<Rival> {
  const page = await openPage(browser);
  await page.setViewportSize({ width: 1600, height: 1000 });
  await page.setContent(
    `<div id="scroller" style="position:absolute;right:16px;bottom:30px;overflow:auto;width:${seen.width}px;height:${seen.height}px"></div>`,
  );
  const drawer = kind === 'dom' ? drawElements : drawRectangles;
  await page.addScriptTag({
    content: `{
      const colours = ['#fff', '#0072b2', '#56b4e9', '#e69f00', '#d55e00'];
      // Of 1,000 addresses 350 are free, and 42 primary, 538 secondary, in prefixes 27, idle 6.
      const shares = [387, 429, 967, 994, 1000];
      const states = Uint8Array.from({ length: 65536 }, (_, at) =>
        shares.findIndex((share) => (Math.imul(at + 1, 2654435761) >>> 8) % 1000 < share));
      const draw = ${drawer};
      window.draw = (drawing) => draw({ ...drawing, colours, colourOf: (at) => states[at] });
    }`,
  });
  const shownMs = await show(page, { ...plane, seenWidth: seen.width, seenHeight: seen.height });
  const panned = await pan(page, {
    over: page.locator('#scroller'),
    rangeX: Math.max(0, plane.width - seen.width),
    rangeY: Math.max(0, plane.height - seen.height),
    ms,
  });
  await page.context().close();
  return { ...panned, shownMs };
}
