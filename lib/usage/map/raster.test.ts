import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  CELL_SIZES,
  cellAt,
  centre,
  clampViewport,
  layoutOf,
  nearestAt,
  placeOf,
  reveal,
  type Viewport,
} from './layout';
import { type Drawing, drawFrame, type Frame, panFrame } from './raster';

const BACKGROUND = 0xff000000;

/** A drawing in which every tile is one colour of its own, so that a pixel tells its address's kind. */
function drawingOf(size: number, cell: number): Drawing {
  const layout = layoutOf(size, cell);
  const kinds = Uint8Array.from({ length: size }, (_, at) => (at * 7 + (at >> 8)) % 251);
  const atlas = Uint32Array.from(
    { length: 256 * cell * cell },
    (_, at) => Math.floor(at / (cell * cell)) + 1,
  );
  return { layout, kinds, atlas, background: BACKGROUND };
}

const frameOf = (width: number, height: number): Frame => ({
  pixels: new Uint32Array(width * height),
  width,
  height,
});

const bytesOf = ({ pixels }: Frame) => Buffer.from(pixels.buffer);

const anyLayout = fc.record({
  size: fc.integer({ min: 3, max: 16 }).map((bits) => 2 ** bits),
  cell: fc.constantFrom(...CELL_SIZES),
});

const anyView = (width: number, height: number): fc.Arbitrary<Viewport> =>
  fc.record({
    left: fc.nat({ max: 700 }),
    top: fc.nat({ max: 700 }),
    width: fc.constant(width),
    height: fc.constant(height),
  });

describe('the plane of a map', () => {
  it('gives every address a cell of its own, and a point in it leads back', () =>
    fc.assert(
      fc.property(anyLayout, fc.nat(), fc.nat(), ({ size, cell }, address, inside) => {
        const layout = layoutOf(size, cell);
        const at = address % size;
        const { x, y } = placeOf(layout, at);
        const off = inside % cell;
        expect(cellAt(layout, x + off, y + off)).toBe(at);
        expect(nearestAt(layout, x + off, y + off)).toBe(at);
        expect(x + cell).toBeLessThanOrEqual(layout.width);
        expect(y + cell).toBeLessThanOrEqual(layout.height);
      }),
    ));

  it('draws an aligned block as a rectangle, its first address at the top left', () =>
    fc.assert(
      fc.property(fc.integer({ min: 20, max: 28 }), fc.nat(), (prefix, where) => {
        const layout = layoutOf(65_536, 4);
        const length = 2 ** (32 - prefix);
        const first = (where % (65_536 / length)) * length;
        const places = Array.from({ length }, (_, at) => placeOf(layout, first + at));
        const distinct = (of: 'x' | 'y') => new Set(places.map((place) => place[of])).size;
        expect(distinct('x') * distinct('y')).toBe(length);
        expect(places[0]).toEqual({
          x: Math.min(...places.map(({ x }) => x)),
          y: Math.min(...places.map(({ y }) => y)),
        });
      }),
    ));

  it('shows what it is asked to show, and never leaves the plane', () =>
    fc.assert(
      fc.property(anyLayout, anyView(300, 200), fc.nat(), ({ size, cell }, from, address) => {
        const layout = layoutOf(size, cell);
        const at = address % size;
        const { x, y } = placeOf(layout, at);
        for (const view of [reveal(layout, clampViewport(layout, from), at), centre(layout, from, at)]) {
          expect(x >= view.left && x + cell <= view.left + view.width).toBe(true);
          expect(y >= view.top && y + cell <= view.top + view.height).toBe(true);
          expect(clampViewport(layout, view)).toEqual(view);
        }
      }),
    ));
});

describe('the pixels of a map', () => {
  it('are those of the address that is under each', () =>
    fc.assert(
      fc.property(anyLayout, anyView(90, 70), ({ size, cell }, view) => {
        const drawing = drawingOf(size, cell);
        const frame = frameOf(90, 70);
        drawFrame(drawing, frame, view);
        const wrong: [number, number][] = [];
        for (let y = 0; y < 70; y += 3)
          for (let x = 0; x < 90; x += 3) {
            const at = cellAt(drawing.layout, x + view.left, y + view.top);
            const expected = at === null ? BACKGROUND : (drawing.kinds[at] as number) + 1;
            if (frame.pixels[y * 90 + x] !== expected) wrong.push([x, y]);
          }
        expect(wrong).toEqual([]);
      }),
      { numRuns: 60 },
    ));

  it('are the same after a pan as when drawn anew', () =>
    fc.assert(
      fc.property(anyLayout, anyView(90, 70), anyView(90, 70), ({ size, cell }, before, after) => {
        const drawing = drawingOf(size, cell);
        const panned = frameOf(90, 70);
        drawFrame(drawing, panned, before);
        panFrame(drawing, panned, before, after);
        const anew = frameOf(90, 70);
        drawFrame(drawing, anew, after);
        // Compared as bytes: to walk 6,300 pixels for each of many runs takes seconds.
        expect(Buffer.compare(bytesOf(panned), bytesOf(anew))).toBe(0);
      }),
    ));
});
