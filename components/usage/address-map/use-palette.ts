'use client';

import { useSyncExternalStore } from 'react';
import { usePrinting } from '@/components/ui/use-printing';
import { MAP_COLOURS, type Palette } from '@/lib/usage/map/tiles';

/** Colours of `app/tokens.css` in effect, as an ImageData holds them, and as text for lines and letters. */
export type MapPalette = { pixels: Palette; text: Record<'ink' | 'ink-3' | 'surface' | 'accent', string> };

/** What the colours depend on besides the theme. */
const MEDIA = ['(prefers-color-scheme: dark)', '(forced-colors: active)', '(prefers-contrast: more)'];

const TEXT_COLOURS = ['ink', 'ink-3', 'surface', 'accent'] as const;

function resolve(probe: HTMLElement, name: string): string {
  probe.style.color = `var(--color-${name})`;
  return getComputedStyle(probe).color;
}

function toPixel(colour: string): number {
  const [red = 0, green = 0, blue = 0] = (colour.match(/[\d.]+/g) ?? []).map(Number);
  return ((255 << 24) | (blue << 16) | (green << 8) | red) >>> 0;
}

function readPalette(): MapPalette {
  // A custom property holds `light-dark(…)` as written; only a colour in use is resolved.
  const probe = document.body.appendChild(document.createElement('span'));
  // Forced colours would give each the system's text colour: what the map tells is its colours.
  probe.style.setProperty('forced-color-adjust', 'none');
  const pixels = MAP_COLOURS.map((name) => [name, toPixel(resolve(probe, name))]);
  const text = TEXT_COLOURS.map((name) => [name, resolve(probe, name)]);
  probe.remove();
  return { pixels: Object.fromEntries(pixels), text: Object.fromEntries(text) };
}

/** That of the light theme. Colours are resolved where they are declared, so the page is in it for as long as this runs. */
function readPaperPalette(): MapPalette {
  const { dataset } = document.documentElement;
  const { theme } = dataset;
  dataset.theme = 'light';
  const palette = readPalette();
  if (theme === undefined) delete dataset.theme;
  else dataset.theme = theme;
  return palette;
}

let known: MapPalette | null = null;
let onPaper: MapPalette | null = null;

function subscribe(onChange: () => void): () => void {
  const change = () => {
    known = null;
    onChange();
  };
  const media = MEDIA.map((query) => window.matchMedia(query));
  const root = new MutationObserver(change);
  for (const each of media) each.addEventListener('change', change);
  root.observe(document.documentElement, { attributes: true, attributeFilter: ['data-theme'] });
  return () => {
    // Without a subscriber nothing tracks changes, so the next subscriber reads the colours again.
    known = null;
    for (const each of media) each.removeEventListener('change', change);
    root.disconnect();
  };
}

/** The palette of the theme in effect, of the light one while the page is printed; null on the server. */
export function usePalette(): MapPalette | null {
  const isPrinting = usePrinting();
  const palette = useSyncExternalStore(
    subscribe,
    () => (known ??= readPalette()),
    () => null,
  );
  if (!isPrinting) return palette;
  onPaper ??= readPaperPalette();
  return onPaper;
}
