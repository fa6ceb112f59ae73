'use client';

import { useEffect, useState } from 'react';

/**
 * A sentence for screen readers, said when it comes and when it changes. The region is there before its words: of one
 * that comes with them many readers say nothing.
 */
export function Said({ text }: { text: string }) {
  const [said, setSaid] = useState('');
  useEffect(() => setSaid(text), [text]);
  return (
    <span role="status" className="sr-only">
      {said}
    </span>
  );
}
