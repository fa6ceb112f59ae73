'use client';

import { useEffect, useState } from 'react';
import { copyText } from './copy-text';

const SAID_FOR = 2500;

export type Copied = 'none' | 'copied' | 'failed';

/** Copies a text to the clipboard and reports for a moment whether that worked. */
export function useCopied() {
  const [outcome, setOutcome] = useState<Copied>('none');
  useEffect(() => {
    if (outcome === 'none') return;
    const timer = setTimeout(() => setOutcome('none'), SAID_FOR);
    return () => clearTimeout(timer);
  }, [outcome]);
  const copy = async (text: string) => setOutcome((await copyText(text)) ? 'copied' : 'failed');
  return { outcome, copy };
}
