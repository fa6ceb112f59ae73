'use client';

import dynamic from 'next/dynamic';
import { useEffect, useState } from 'react';
import { useCommand } from '@/components/keys/use-command';
import { type GivenPods, onOpenPods, openPods } from './open-pods';

const PodsDialog = dynamic(
  async () => {
    const { PodsWithWords, preparePodsWords } = await import('./pods-with-words');
    await preparePodsWords();
    return PodsWithWords;
  },
  { ssr: false },
);

/** The dialog of pods, in every view: opened by its command, by a card, or by pasted or dropped text. */
export function PodsHost() {
  const [given, setGiven] = useState<GivenPods | 'nothing' | null>(null);
  useCommand('pods', () => openPods());
  useEffect(() => onOpenPods((next) => setGiven(next ?? 'nothing')), []);
  if (given === null) return null;
  return <PodsDialog given={given === 'nothing' ? null : given} onClose={() => setGiven(null)} />;
}
