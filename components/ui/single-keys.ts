'use client';

import { useSyncExternalStore } from 'react';

const NAME = 'eni_atlas_single_keys';
const CHANGED = 'eni-atlas:single-keys';

/** Whether single keys are shortcuts. Speech input types letters, so they can be turned off (WCAG 2.1.4). */
export function hasSingleKeys(): boolean {
  try {
    return window.localStorage.getItem(NAME) !== 'off';
  } catch {
    return true;
  }
}

export function setSingleKeys(isOn: boolean): void {
  try {
    window.localStorage.setItem(NAME, isOn ? 'on' : 'off');
  } catch {
    // A browser that keeps nothing keeps the default.
  }
  window.dispatchEvent(new Event(CHANGED));
}

function subscribe(onChange: () => void): () => void {
  window.addEventListener(CHANGED, onChange);
  return () => window.removeEventListener(CHANGED, onChange);
}

export function useSingleKeys(): boolean {
  return useSyncExternalStore(subscribe, hasSingleKeys, () => true);
}
