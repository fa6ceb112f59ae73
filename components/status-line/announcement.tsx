'use client';

import { useEffect, useState } from 'react';

const PAUSE = 1500;

/** Tells screen readers what the line says once it has stopped changing, not at every page that comes in. */
export function Announcement({ text, isReading }: { text: string; isReading: boolean }) {
  const [said, setSaid] = useState('');
  useEffect(() => {
    if (isReading) return;
    const timer = setTimeout(() => setSaid(text), PAUSE);
    return () => clearTimeout(timer);
  }, [text, isReading]);
  return (
    <span role="status" aria-live="polite" className="sr-only">
      {said}
    </span>
  );
}
