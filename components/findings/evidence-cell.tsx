'use client';

import type { Evidence } from '@/lib/findings/finding';
import { useEvidenceWords } from './use-evidence-words';

/**
 * The evidence of a finding on one line, figures first, as they matter most: the column sorts by the first. If room is
 * short, labels are cut, never a figure.
 */
export function EvidenceCell({ evidence }: { evidence: Evidence }) {
  const facts = useEvidenceWords()(evidence);
  const figures = facts.filter(({ isFigure }) => isFigure);
  const words = facts
    .filter(({ isFigure }) => !isFigure)
    .map(({ label, said }) => `${label} ${said}`)
    .join(' · ');
  const all = [...figures.map(({ label, said }) => `${said} ${label}`), words].filter(Boolean).join(' · ');
  return (
    <span className="flex min-w-0 gap-x-2.5 text-ink-2 print:block" title={all}>
      {figures.map(({ label, said }, at) => (
        <span
          key={label}
          className={`flex min-w-0 gap-x-1 print:inline ${at === 0 ? 'max-w-full shrink-0' : 'shrink-[4]'}`}
        >
          <b className="shrink-0 font-medium text-ink">{said}</b>{' '}
          <span className="truncate print:whitespace-normal!">{label}</span>
          <span className="hidden print:inline"> · </span>
        </span>
      ))}
      {words !== '' && <span className="min-w-0 shrink-[16] truncate print:whitespace-normal!">{words}</span>}
    </span>
  );
}
