'use client';

import { useTranslations } from 'next-intl';
import { Icon } from '@/components/ui/icon';
import { CoverLine } from './cover-words';
import { SideButton } from './side-button';
import type { SidePickerProps } from './side-picker';
import type { CompareSide } from './use-compare-side';

type SideHeadProps = {
  name: string;
  now: CompareSide;
  /** For the far side only: what else could be chosen. */
  picker: SidePickerProps | null;
  /** Leans to the middle, as the bars do. */
  isRight?: boolean;
};

/** What a side is, how many ENIs it has, and how much of it is known. */
export function SideHead({ name, now, picker, isRight = false }: SideHeadProps) {
  const t = useTranslations('compare');
  const title =
    picker === null ? (
      <span className="inline-flex min-w-0 max-w-full items-center gap-1.5 font-semibold">
        {now.choice.kind === 'file' && (
          <span className="text-ink-3">
            <Icon name="file" />
          </span>
        )}
        <bdi className="min-w-0 truncate max-[720px]:whitespace-normal max-[720px]:[overflow-wrap:anywhere]">
          {name}
        </bdi>
      </span>
    ) : (
      <SideButton choice={now.choice} name={name} picker={picker} />
    );
  return (
    <div
      className={`flex min-w-0 flex-col font-normal ${isRight ? 'items-end text-right max-[720px]:items-start max-[720px]:text-left' : 'items-start text-left'}`}
    >
      <span className="text-ink-3 text-xs">{t(picker === null ? 'here' : 'there')}</span>
      <span className="flex max-w-full text-lg max-[720px]:text-sm">{title}</span>
      <span className="max-w-full truncate text-ink-2 text-xs leading-5 max-[720px]:whitespace-normal max-[720px]:text-2xs">
        <CoverLine now={now} />
      </span>
    </div>
  );
}
