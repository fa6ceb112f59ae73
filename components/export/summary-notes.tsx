'use client';

import { useTranslations } from 'next-intl';
import { problemCodeSchema } from '@/lib/eni/problem';
import { STOP_REASONS } from '@/lib/export/export-provenance';
import type { ExportSummary } from '@/lib/export/export-tail';

/** Why a file is not complete, each reason by name. */
export function SummaryNotes({ summary }: { summary: ExportSummary }) {
  const t = useTranslations();
  const { complete, stopped, failures, caveats } = summary;
  const isNamed = !caveats.includes('names_unknown');
  if (complete && isNamed) return null;
  const problem = (code: string) => {
    const known = problemCodeSchema.safeParse(code);
    return known.success ? t(`problem.${known.data}.title`) : code;
  };
  const reason = STOP_REASONS.find((each) => each === stopped && each !== 'problem');
  const losses = caveats.filter((code) => code !== 'names_unknown');
  const notes = [
    ...(stopped === null
      ? []
      : [reason && reason !== 'problem' ? t(`export.stopped.${reason}`) : problem(stopped)]),
    ...failures.map(({ place, code }) => `${place}: ${problem(code)}`),
    ...(!complete && stopped === null && failures.length === 0
      ? losses.map((code) => t('export.caveat', { code }))
      : []),
    ...(isNamed ? [] : [t('export.namesUnknown')]),
  ];
  return (
    <ul className="mt-3 max-h-40 overflow-auto border-warn-line border-l-2 pl-3 text-ink-2 text-xs">
      {notes.map((note) => (
        <li key={note} className="py-0.5">
          {note}
        </li>
      ))}
    </ul>
  );
}
