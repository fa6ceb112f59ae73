'use client';

import { useEffect, useState } from 'react';

/**
 * A sentence for screen readers, announced when it arrives and when it changes. The region exists before its words:
 * many readers ignore a region that arrives with them.
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
