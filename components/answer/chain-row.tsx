'use client';

import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { CopyButton } from '@/components/ui/copy-button';
import { shortenMiddle } from '@/components/ui/shorten-middle';

/** The content of a row of the chain: a resource's name, its id, and other known facts. */
export type StepFace = {
  /** Its name, or what it is itself where it has no other. */
  name: ReactNode;
  /** The whole id; null where the name is all there is. */
  id: string | null;
  /** More ids that stand behind the first. */
  moreIds?: number;
  /** The text that the copy button copies. */
  copies: string | null;
  facts: ReactNode;
};

type ChainRowProps = StepFace & {
  label: string;
  isAsked: boolean;
  /** Not from the cloud: its dot is dashed. */
  isExternal?: boolean;
};

function Id({ id }: { id: string }) {
  const short = shortenMiddle(id);
  return (
    <span className="truncate font-mono text-ink-2 text-mono" title={id}>
      <span aria-hidden="true">{short}</span>
      <span className="sr-only">{id}</span>
    </span>
  );
}

/** One step: the dot on the line, filled for what was asked for. */
export function ChainRow({
  label,
  isAsked,
  isExternal = false,
  name,
  id,
  moreIds = 0,
  copies,
  facts,
}: ChainRowProps) {
  const t = useTranslations('answer');
  const copy = copies !== null && (
    <CopyButton
      text={copies}
      what={copies}
      className="-my-1 opacity-0 focus-visible:opacity-100 group-hover/step:opacity-100 [@media(hover:none)]:opacity-100"
    />
  );
  return (
    <li className="group/step relative grid min-h-11 in-data-[above]:min-h-9 grid-cols-[108px_minmax(0,232fr)_minmax(0,176fr)_minmax(0,300fr)] items-center gap-x-3 border-line border-b pl-6 last:border-b-0 hover:bg-hover max-[720px]:grid-cols-[92px_minmax(0,1fr)] max-[720px]:gap-x-2 max-[720px]:py-1.75 @max-[640px]:grid-cols-[92px_minmax(0,1fr)] @max-[640px]:py-1.75">
      <span
        aria-hidden="true"
        className="absolute -bottom-px left-[5px] top-0 w-px bg-line-strong group-first/step:top-1/2 group-last/step:bottom-1/2"
      />
      <span
        aria-hidden="true"
        className={`absolute left-px top-[calc(50%-4.5px)] size-[9px] rounded-full border-2 @max-[640px]:top-3 ${isExternal ? 'border-dashed border-ink-3 bg-surface' : isAsked ? 'border-ink-2 bg-ink-2' : 'border-ink-2 bg-surface'}`}
      />
      <span className="text-ink-3 text-xs @max-[640px]:self-start @max-[640px]:leading-5">
        {label}
        {isAsked && <span className="sr-only"> ({t('asked')})</span>}
      </span>
      <span className="flex min-w-0 items-center gap-1.5 whitespace-nowrap font-medium @max-[640px]:min-h-5">
        {name}
        {id === null && copy}
      </span>
      <span
        className={`flex min-w-0 items-center gap-1.5 whitespace-nowrap @max-[640px]:col-start-2 ${id === null ? '@max-[640px]:hidden' : ''}`}
      >
        {id !== null && (
          <>
            <Id id={id} />
            {moreIds > 0 && <span className="text-ink-3 text-xs">+{moreIds}</span>}
            {copy}
          </>
        )}
      </span>
      <span className="flex min-w-0 flex-wrap items-center gap-x-1 text-ink-2 text-xs @max-[640px]:col-start-2 @max-[640px]:min-h-4.5">
        {facts}
      </span>
    </li>
  );
}
