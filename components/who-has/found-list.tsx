'use client';

import { useTranslations } from 'next-intl';
import { type Eni, eniKey } from '@/lib/eni/eni';
import { shownName } from '@/lib/eni/visible-text';
import type { FoundItem } from '@/lib/search/ask/found';

/** How many holders of one item are spelled out; a VPC or a block may have thousands. */
const SPELLED = 5;

type FoundListProps = { items: readonly FoundItem[]; onOpen: (eni: Eni) => void };

/** Each item asked for, in the given order, with its holders. */
export function FoundList({ items, onOpen }: FoundListProps) {
  const t = useTranslations('whoHas');
  return (
    <div className="mt-1.5 max-h-60 overflow-auto border-line border-t">
      <table className="w-full text-sm">
        <thead className="sticky top-0 bg-surface text-left text-ink-3 text-xs">
          <tr>
            {(['item', 'how', 'eni', 'instance'] as const).map((column) => (
              <th key={column} scope="col" className="py-1 pr-4 font-normal">
                {t(`column.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {items.flatMap(({ value, holders }) =>
            (holders.length === 0 ? [null] : holders.slice(0, SPELLED)).map((holder, at) => (
              <tr key={`${value} ${holder ? eniKey(holder.eni) : ''}`} className="h-6 border-line border-t">
                <td className="pr-4 font-mono text-ink text-xs">
                  {value}
                  {at === SPELLED - 1 && holders.length > SPELLED && (
                    <span className="font-sans text-ink-3">
                      {' '}
                      {t('moreHolders', { count: holders.length - SPELLED })}
                    </span>
                  )}
                </td>
                <td className={`pr-4 ${holder ? '' : 'text-warn'}`}>
                  {holder ? t(`way.${holder.way}`) : t('notFound')}
                </td>
                <td className="pr-4">
                  {holder && (
                    <button
                      type="button"
                      onClick={() => onOpen(holder.eni)}
                      className="cursor-pointer rounded-xs text-start text-accent hover:underline"
                    >
                      <bdi>{shownName(holder.eni)}</bdi>
                    </button>
                  )}
                </td>
                <td className="font-mono text-xs">{holder?.eni.instanceId ?? '–'}</td>
              </tr>
            )),
          )}
        </tbody>
      </table>
    </div>
  );
}
