'use client';

import { useTranslations } from 'next-intl';
import { StatusMark } from '@/components/eni-parts/status-mark';
import { useNameOf } from '@/components/names/use-names';
import { type CompareField, fieldOf } from '@/lib/compare/fields';
import type { Eni } from '@/lib/eni/eni';
import { visibleText } from '@/lib/eni/visible-text';

type FieldValuesProps = { field: CompareField; own: Eni; other: Eni };

/** How many values that both sides have are spelled out, and how many that one side lacks, which are more. */
const MOST_SAME = 2;
const MOST_OWN = 6;

/** An ENI's values in a field: bold values are missing on the other side. */
export function FieldValues({ field, own, other }: FieldValuesProps) {
  const t = useTranslations('compare');
  const yesNo = useTranslations('operator');
  const nameOf = useNameOf();
  const { read, look } = fieldOf(field);
  const values = [...new Set(read(own))];
  const others = new Set(read(other));
  const only = values.filter((value) => !others.has(value));
  const same = values.filter((value) => others.has(value));
  if (values.length === 0) return <span className="text-ink-3">–</span>;
  if (look === 'status')
    return (
      <b className="font-semibold">
        <StatusMark status={values[0] as string} />
      </b>
    );
  if (look === 'flag') return <b className="font-semibold">{yesNo(values[0] === 'true' ? 'yes' : 'no')}</b>;
  const spelled = same.length <= MOST_SAME ? same : [];
  const shown = only.slice(0, MOST_OWN);
  const words = [
    ...spelled.map((value) => ({ value, isOnly: false })),
    ...shown.map((value) => ({ value, isOnly: true })),
  ];
  const left = same.length - spelled.length;
  return (
    <span className="block [overflow-wrap:anywhere]" title={values.map(visibleText).join('\n')}>
      {words.map(({ value, isOnly }, at) => {
        const name = nameOf(value);
        const text = visibleText(name ?? value);
        const face = look === 'mono' && name === null ? 'font-mono text-mono' : '';
        return (
          <span key={value} className={face}>
            {at > 0 && ', '}
            {isOnly ? (
              <b className="font-semibold text-ink">
                <bdi>{text}</bdi>
              </b>
            ) : (
              <bdi className="text-ink-2">{text}</bdi>
            )}
          </span>
        );
      })}
      {only.length > shown.length && (
        <span className="text-ink-2"> {t('andMore', { count: only.length - shown.length })}</span>
      )}
      {left > 0 && (
        <span className="text-ink-2"> {t(words.length === 0 ? 'allSame' : 'andSame', { count: left })}</span>
      )}
    </span>
  );
}
