'use client';

import Link from 'next/link';
import { useFormatter, useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { SideGlyph } from './side-glyph';

export const GLYPHS = {
  different: 'apart',
  onlyHere: 'here',
  onlyThere: 'there',
  unseenThere: 'here',
  unseenHere: 'there',
  open: 'apart',
  several: 'none',
  same: 'both',
} as const;

type SectionHeadProps = {
  kind: keyof typeof GLYPHS;
  count: number;
  note?: ReactNode;
  /** A link to the same rows in the list. */
  href?: string | null;
  fold?: { isOpen: boolean; onFold: () => void };
  children?: ReactNode;
};

/** The head of one kind of rows: which side has them, how many, and the actions for all of them. */
export function SectionHead({ kind, count, note, href = null, fold, children }: SectionHeadProps) {
  const t = useTranslations('compare');
  const format = useFormatter();
  const what = t(`kind.${kind}`);
  return (
    <tr className="max-[720px]:block">
      <th
        colSpan={4}
        scope="rowgroup"
        className="border-line-strong border-b pt-2 pb-1 text-left font-normal max-[720px]:block max-[720px]:pt-3"
      >
        <div className="flex min-h-6 flex-wrap items-center gap-x-2 gap-y-1">
          <SideGlyph fill={GLYPHS[kind]} />
          <h2 className="font-semibold">{what}</h2>
          <span className="text-ink-3">{format.number(count)}</span>
          {note && (
            <span className="min-w-0 truncate text-ink-3 text-xs max-[720px]:whitespace-normal">{note}</span>
          )}
          {children}
          <span className="ml-auto flex items-center gap-3 text-xs print:hidden">
            {href !== null && (
              <Link
                href={href}
                prefetch={false}
                aria-label={t('openListOf', { what })}
                className="text-accent hover:underline"
              >
                {t('openList')}
              </Link>
            )}
            {fold && (
              <button
                type="button"
                aria-expanded={fold.isOpen}
                aria-label={t(fold.isOpen ? 'foldOf' : 'unfoldOf', { what })}
                onClick={fold.onFold}
                className="cursor-pointer text-accent hover:underline"
              >
                {t(fold.isOpen ? 'fold' : 'unfold')}
              </button>
            )}
          </span>
        </div>
      </th>
    </tr>
  );
}
