'use client';

import { useEffect, useEffectEvent, useState } from 'react';

const PAUSE = 1500;
/** For this long, in ms, it stays silent while all is read, unless a quarter is passed. */
const SILENCE = 15_000;

type AnnouncementProps = {
  text: string;
  isReading: boolean;
  /** The share read so far, 0 to 1, while everything is being read, which takes long; 0 also if unknown. */
  ofAll: number | null;
};

/**
 * Announces the line to screen readers once it has stopped changing, not at every page that arrives. While everything
 * is read, it announces the beginning, each quarter, and the progress after a longer silence.
 */
export function Announcement({ text, isReading, ofAll }: AnnouncementProps) {
  const [said, setSaid] = useState('');
  const quarter = ofAll === null ? null : Math.floor(ofAll * 4);
  const say = useEffectEvent(() => setSaid(text));
  useEffect(() => {
    if (isReading) return;
    const timer = setTimeout(() => setSaid(text), PAUSE);
    return () => clearTimeout(timer);
  }, [text, isReading]);
  useEffect(() => {
    if (quarter === null) return;
    say();
    const timer = setInterval(() => say(), SILENCE);
    return () => clearInterval(timer);
  }, [quarter]);
  return (
    <span role="status" aria-live="polite" className="sr-only">
      {said}
    </span>
  );
}
