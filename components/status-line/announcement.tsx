'use client';

import { useEffect, useEffectEvent, useState } from 'react';

const PAUSE = 1500;
/** So long, in ms, does it say nothing while all is read, where no quarter of it is passed. */
const SILENCE = 15_000;

type AnnouncementProps = {
  text: string;
  isReading: boolean;
  /** How far it has come, 0 to 1, where all is being read, which is a long way; 0 too where that is not known. */
  ofAll: number | null;
};

/**
 * Tells screen readers what the line says once it has stopped changing, not at every page that comes in. While all is
 * read it tells when that begins, at each quarter, and where there has been nothing to tell for a while.
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
