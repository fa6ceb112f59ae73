'use client';

import { useFormatter, useTranslations } from 'next-intl';
import type { FilterKey } from '@/lib/search/filters';
import { IdBeside } from './id-beside';
import { isMono, useTermWords } from './term-words';
import { useValueName } from './use-value-name';
import type { ValueOption } from './value-options';

type ValueListProps = {
  termKey: FilterKey;
  options: readonly ValueOption[];
  onToggle: (option: ValueOption) => void;
};

function ValueFace({ termKey, value }: { termKey: FilterKey; value: string }) {
  const words = useTermWords();
  const name = useValueName(termKey, value);
  const text = words.value(termKey, value);
  return (
    <>
      <bdi
        title={name === null ? text : `${name}\n${text}`}
        className={`min-w-0 truncate ${isMono(termKey) && name === null ? 'font-mono text-mono' : ''}`}
      >
        {name ?? text}
      </bdi>
      <IdBeside termKey={termKey} value={value} />
    </>
  );
}

/** Values to tick, with how many of the loaded rows hold each. */
export function ValueList({ termKey, options, onToggle }: ValueListProps) {
  const t = useTranslations('filterBar');
  const format = useFormatter();
  if (options.length === 0) return null;
  const hasCounts = options.some((option) => option.count !== null);
  return (
    <div className="flex min-h-0 flex-col border-line border-t">
      {hasCounts && <p className="px-3 pt-1.5 text-right text-2xs text-ink-3">{t('ofLoaded')}</p>}
      <ul aria-label={t('values')} className="min-h-0 overflow-auto pb-1.5 not-only:pt-0 only:pt-1.5">
        {options.map((option) => (
          <li key={option.value}>
            <label className="flex min-h-7 cursor-pointer items-center gap-2 px-3 hover:bg-hover">
              <input
                type="checkbox"
                className="h-3.5 w-3.5 shrink-0 accent-accent"
                checked={option.isChosen}
                onChange={() => onToggle(option)}
              />
              <ValueFace termKey={termKey} value={option.value} />
              {option.count !== null && (
                <span className="ml-auto pl-2 text-ink-3 text-xs">{format.number(option.count)}</span>
              )}
            </label>
          </li>
        ))}
      </ul>
    </div>
  );
}
