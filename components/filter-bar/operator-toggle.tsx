'use client';

import { useTranslations } from 'next-intl';

type OperatorToggleProps = { negated: boolean; isText: boolean; onChange: (negated: boolean) => void };

/** "is" or "is not". */
export function OperatorToggle({ negated, isText, onChange }: OperatorToggleProps) {
  const t = useTranslations('operator');
  const options = [
    { negated: false, text: isText ? t('contains') : t('is') },
    { negated: true, text: isText ? t('containsNot') : t('isNot') },
  ];
  return (
    <div className="inline-flex shrink-0 overflow-hidden rounded-sm border border-line-strong">
      {options.map((option) => (
        <button
          key={option.text}
          type="button"
          aria-pressed={negated === option.negated}
          onClick={() => onChange(option.negated)}
          className={`h-5.5 cursor-pointer px-2 text-ink-2 text-xs not-first:border-line-strong not-first:border-l -outline-offset-2 hover:bg-hover aria-pressed:font-medium ${option.negated ? 'aria-pressed:bg-negate-wash aria-pressed:text-negate' : 'aria-pressed:bg-sunken aria-pressed:text-ink'}`}
        >
          {option.text}
        </button>
      ))}
    </div>
  );
}
