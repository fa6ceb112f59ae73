import type { Page } from '@playwright/test';

export type Frames = { ms: number[]; longTasks: number[]; mostRows: number };
type Watched = Window & { noted?: Frames; stopNoting?: () => void };

/** Begins to note, in the page, how long each frame takes, which tasks are long, and how many rows the document has. */
export function watchFrames(page: Page, rowSelector: string): Promise<void> {
  return page.evaluate((selector) => {
    const frames: Frames = { ms: [], longTasks: [], mostRows: 0 };
    const watched = window as Watched;
    watched.noted = frames;
    const observer = new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) frames.longTasks.push(entry.duration);
    });
    observer.observe({ type: 'longtask' });
    let last = performance.now();
    let isOver = false;
    const tick = (now: number) => {
      frames.ms.push(now - last);
      last = now;
      if (frames.ms.length % 10 === 0)
        frames.mostRows = Math.max(frames.mostRows, document.querySelectorAll(selector).length);
      if (!isOver) requestAnimationFrame(tick);
    };
    requestAnimationFrame((now) => {
      last = now;
      requestAnimationFrame(tick);
    });
    watched.stopNoting = () => {
      isOver = true;
      observer.disconnect();
    };
  }, rowSelector);
}

/** The frames recorded since then. */
export function readFrames(page: Page): Promise<Frames> {
  return page.evaluate(() => {
    const watched = window as Watched;
    watched.stopNoting?.();
    return watched.noted as Frames;
  });
}

/** Turns the wheel over the middle of the page for a while, ever further, back, and further again. */
export async function turnWheel(page: Page, ms: number): Promise<void> {
  const { width, height } = page.viewportSize() ?? { width: 1440, height: 900 };
  await page.mouse.move(width / 2, height / 2);
  const end = performance.now() + ms;
  for (let turn = 0; performance.now() < end; turn += 1) {
    // A notch, a quick turn, a fling: 120 to 2,400 pixels.
    const step = [120, 240, 600, 2400][Math.floor(turn / 40) % 4] ?? 120;
    await page.mouse.wheel(0, turn % 400 < 300 ? step : -step);
    await new Promise((resolve) => setTimeout(resolve, 16));
  }
}
