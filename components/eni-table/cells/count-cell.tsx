'use client';

import { useFormatter } from 'next-intl';

export function CountCell({ count }: { count: number }) {
  return <span className="text-ink-2">{useFormatter().number(count)}</span>;
}
