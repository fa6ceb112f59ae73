'use client';

import { readStoredText, useStoredText } from '@/components/ui/use-stored-text';

const NAME = 'eni_atlas_single_keys';

/** Whether single keys are shortcuts. Speech input types letters, so they can be turned off (WCAG 2.1.4). */
export function hasSingleKeys(): boolean {
  return readStoredText(NAME) !== 'off';
}

/** The same for a component, and how to change it. */
export function useSingleKeys(): [boolean, (isOn: boolean) => void] {
  const [text, setText] = useStoredText(NAME);
  return [text !== 'off', (isOn) => void setText(isOn ? 'on' : 'off')];
}
