import {
  LEGIBLE_CELL,
  type MapLayout,
  placeOf,
  SQUARE_SIDE,
  scaled,
  type Viewport,
} from '@/lib/usage/map/layout';
import type { Selection } from '@/lib/usage/map/places';
import { type Drawing, drawFrame, type Frame, panFrame } from '@/lib/usage/map/raster';
import { atlasOf } from '@/lib/usage/map/tiles';
import type { MapSource } from './map-source';
import type { MapPalette } from './use-palette';

/** The strip at the left that names the rows. */
export const GUTTER = 36;

/** What is drawn over the cells. Places are those of addresses in the vSwitch. */
export type Marks = { cursor: number | null; hovered: number | null; selection: Selection | null };

export type MapScene = {
  layout: MapLayout;
  source: MapSource;
  palette: MapPalette;
  /** Pixels of the screen for one of CSS. */
  scale: number;
};

/** Draws a map into a canvas, frame by frame; what two frames share is drawn once. */
export class Painter {
  private readonly drawing: Drawing;
  private readonly font: string;
  private image: ImageData | null = null;
  private last: Viewport | null = null;

  constructor(
    private readonly canvas: HTMLCanvasElement,
    private readonly scene: MapScene,
  ) {
    const { layout, source, palette, scale } = scene;
    const { picture } = source;
    const onScreen = scaled(layout, scale);
    this.drawing = {
      layout: onScreen,
      kinds: picture.kinds,
      atlas: atlasOf(picture.tiles, palette.pixels, onScreen.cell),
      background: palette.pixels.surface,
    };
    this.font = `${12 * scale}px ${getComputedStyle(canvas).fontFamily}`;
  }

  /** @param view the part of the plane that is seen, in pixels of CSS, without the gutter */
  paint(view: Viewport, marks: Marks): void {
    const context = this.canvas.getContext('2d', { alpha: false });
    if (context === null || view.width <= 0 || view.height <= 0) return;
    const { scale, palette } = this.scene;
    const onScreen = {
      left: view.left * scale,
      top: view.top * scale,
      width: Math.floor(view.width * scale),
      height: Math.floor(view.height * scale),
    };
    this.drawCells(context, onScreen);
    context.font = this.font;
    context.fillStyle = palette.text['ink-3'];
    this.drawMarks(context, onScreen, marks);
    if (this.scene.layout.cell >= LEGIBLE_CELL) this.drawCaptions(context, onScreen);
    this.drawGutter(context, onScreen);
  }

  private drawCells(context: CanvasRenderingContext2D, view: Viewport): void {
    const { width, height } = view;
    let { image, last } = this;
    if (image === null || image.width !== width || image.height !== height) {
      image = context.createImageData(width, height);
      last = null;
    }
    const frame: Frame = { pixels: new Uint32Array(image.data.buffer), width, height };
    if (last === null) drawFrame(this.drawing, frame, view);
    else panFrame(this.drawing, frame, last, view);
    this.image = image;
    this.last = view;
    context.putImageData(image, GUTTER * this.scene.scale, 0);
  }

  private drawMarks(
    context: CanvasRenderingContext2D,
    view: Viewport,
    { cursor, hovered, selection }: Marks,
  ) {
    const { scale, palette } = this.scene;
    const { layout } = this.drawing;
    const offX = GUTTER * scale - view.left;
    const box = (at: number, length: number, grow: number): [number, number, number, number] => {
      const { x, y } = placeOf(layout, at);
      return [x + offX - grow, y - view.top - grow, layout.cell * length + 2 * grow, layout.cell + 2 * grow];
    };
    context.strokeStyle = palette.text.accent;
    if (selection !== null) {
      context.fillStyle = palette.text.accent;
      const end = selection.first + selection.length;
      for (let at = selection.first; at < end; ) {
        const length = Math.min(end - at, SQUARE_SIDE - (at % SQUARE_SIDE), layout.across);
        const [x, y, width, height] = box(at, length, 0);
        at += length;
        if (y > view.height || y + height < 0) continue;
        context.globalAlpha = 0.32;
        context.fillRect(x, y, width, height);
        context.globalAlpha = 1;
        context.fillRect(x, y + height - 2 * scale, width, 2 * scale);
      }
    }
    for (const [at, weight] of [
      [hovered, 1],
      [cursor, 2],
    ] as const) {
      if (at === null) continue;
      context.lineWidth = (weight + 2) * scale;
      context.strokeStyle = palette.text.surface;
      context.strokeRect(...box(at, 1, scale));
      context.lineWidth = weight * scale;
      context.strokeStyle = weight === 2 ? palette.text.accent : palette.text.ink;
      context.strokeRect(...box(at, 1, scale));
    }
  }

  private drawCaptions(context: CanvasRenderingContext2D, view: Viewport): void {
    const { source, scale, palette } = this.scene;
    const { pitchX, pitchY, caption, columns, strips } = this.drawing.layout;
    context.fillStyle = palette.text['ink-3'];
    const lastStrip = Math.min(strips - 1, Math.floor((view.top + view.height) / pitchY));
    const lastColumn = Math.min(columns - 1, Math.floor((view.left + view.width) / pitchX));
    for (let strip = Math.floor(view.top / pitchY); strip <= lastStrip; strip++)
      for (let column = Math.floor(view.left / pitchX); column <= lastColumn; column++)
        context.fillText(
          source.captionOf(strip * SQUARE_SIDE + column),
          GUTTER * scale + column * pitchX - view.left,
          strip * pitchY - view.top + caption - 6 * scale,
          pitchX,
        );
  }

  private drawGutter(context: CanvasRenderingContext2D, view: Viewport): void {
    const { scale, palette, source, layout: plain } = this.scene;
    const { pitchY, caption, cell, rows, strips } = this.drawing.layout;
    context.fillStyle = palette.text.surface;
    context.fillRect(0, 0, GUTTER * scale, view.height);
    if (plain.cell < LEGIBLE_CELL) return;
    context.fillStyle = palette.text['ink-3'];
    context.textAlign = 'right';
    const step = plain.cell >= 12 ? 1 : 2;
    const lastStrip = Math.min(strips - 1, Math.floor((view.top + view.height) / pitchY));
    for (let strip = Math.floor(view.top / pitchY); strip <= lastStrip; strip++)
      for (let row = 0; row < rows; row += step) {
        const y = strip * pitchY + caption + row * cell + cell / 2 + 4 * scale - view.top;
        context.fillText(source.rowLabelOf(row), (GUTTER - 5) * scale, y);
      }
    context.textAlign = 'left';
  }
}
