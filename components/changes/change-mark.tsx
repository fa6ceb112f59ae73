'use client';

import { useTranslations } from 'next-intl';
import { useContext } from 'react';
import type { Change } from '@/lib/changes/change';
import { type Eni, eniKey } from '@/lib/eni/eni';
import { ChangeMarksContext } from './change-marks';

/** A plus for what is new, a delta for what changed; nothing for the others. */
export function ChangeMark({ eni }: { eni: Eni }) {
  const changes = useContext(ChangeMarksContext).get(eniKey(eni));
  return changes === undefined ? null : <Mark changes={changes} />;
}

function Mark({ changes }: { changes: readonly Change[] }) {
  const t = useTranslations('changes');
  const isNew = changes.some(({ kind }) => kind === 'new');
  const said = changes.map(({ kind, address, from, to }) =>
    t(`say.${kind}`, { address: address ?? '', from: from ?? '–', to: to ?? '–' }),
  );
  const title = said.slice(0, 8).join('\n') + (said.length > 8 ? '\n…' : '');
  return (
    <span title={title} className="ml-1.5 shrink-0 text-accent">
      <svg
        viewBox="0 0 10 10"
        width="10"
        height="10"
        fill="none"
        stroke="currentColor"
        strokeWidth="1.6"
        strokeLinejoin="round"
        strokeLinecap="round"
        aria-hidden="true"
      >
        <path d={isNew ? 'M5 1.5v7M1.5 5h7' : 'M5 1.5 8.8 8.5H1.2z'} />
      </svg>
      <span className="sr-only">{title}</span>
    </span>
  );
}
