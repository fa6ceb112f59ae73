import { setTimeout as sleep } from 'node:timers/promises';
import type { Locator, Page } from '@playwright/test';
import { readFrames, watchFrames } from './frames';
import { type MainThread, timeMainThread } from './main-thread';

/** The element to pan, how far it can go, and for how long. */
export type Panning = { over: Locator; rangeX: number; rangeY: number; ms: number };

export type Pan = {
  /** ms from each frame to the next. */
  frames: number[];
  mainThread: MainThread;
};

/** A slow look around, a read along, a quick turn, a fling: pixels a turn. */
const STEPS = [6, 24, 60, 160];
const TURNS_A_STEP = 80;
/** Shorter than a frame, so that there is no frame without a turn. */
const TURN = 12;
/** A busy page may have at most this many turns still to handle. */
const MOST_PENDING = 3;

/** One turn along a way of a certain length: back where it ends. */
function bounce(at: number, direction: number, step: number, range: number): [to: number, direction: number] {
  const to = at + direction * step;
  if (to < 0) return [0, 1];
  return to > range ? [range, -1] : [to, direction];
}

/** Turns the wheel both ways at once, and back wherever the edge is near. The page is not waited for. */
async function turnBothWays(page: Page, { over, rangeX, rangeY, ms }: Panning): Promise<void> {
  const box = await over.boundingBox();
  if (box === null) throw new Error('nothing to pan');
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
  const end = performance.now() + ms;
  let [x, y, right, down, pending] = [0, 0, 1, 1, 0];
  for (let turn = 0; performance.now() < end; turn += 1) {
    const step = STEPS[Math.floor(turn / TURNS_A_STEP) % STEPS.length] ?? 24;
    const [fromX, fromY] = [x, y];
    [x, right] = bounce(x, right, step, rangeX);
    [y, down] = bounce(y, down, Math.round(step * 0.8), rangeY);
    const settle = () => {
      pending -= 1;
    };
    pending += 1;
    page.mouse.wheel(x - fromX, y - fromY).then(settle, settle);
    do await sleep(TURN);
    while (pending > MOST_PENDING);
  }
  while (pending > 0) await sleep(TURN);
}

/** Pans twice: for the time of the frames, and for that of the main thread, which is not had without a trace. */
export async function pan(page: Page, panning: Panning): Promise<Pan> {
  // The first turn warms up what draws.
  await turnBothWays(page, { ...panning, ms: 1000 });
  await watchFrames(page, 'none');
  await turnBothWays(page, panning);
  const frames = await readFrames(page);
  const mainThread = await timeMainThread(page, () => turnBothWays(page, panning));
  return { frames: frames.ms, mainThread };
}
