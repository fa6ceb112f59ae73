'use client';

import { useEffect } from 'react';
import { takeLongLink } from './long-link';

/** Continues to the link that this tab has kept. */
export function Resume() {
  useEffect(() => window.location.replace(takeLongLink()), []);
  return null;
}
