import Link from 'next/link';
import type { ReactNode } from 'react';

/** A link in the accent, at the end of a head or a line. */
export function QuietLink({ href, children }: { href: string; children: ReactNode }) {
  return (
    <Link href={href} prefetch={false} className="text-accent underline-offset-2 hover:underline">
      {children}
    </Link>
  );
}
