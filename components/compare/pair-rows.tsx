'use client';

import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { CloudText } from '@/components/eni-parts/cloud-text';
import { ShortId } from '@/components/ui/short-id';
import { COMPARE_FIELDS, type CompareField } from '@/lib/compare/fields';
import type { EniRow } from '@/lib/compare/pair-enis';
import type { Eni } from '@/lib/eni/eni';
import { EniGlance } from './eni-glance';
import { eniHref } from './eni-href';
import { FieldValues } from './field-values';
import type { CompareSide } from './use-compare-side';

type PairRowsProps = { row: EniRow; here: CompareSide; there: CompareSide };

const CELL =
  'h-6.5 border-line border-b align-top leading-6.5 print:h-auto print:py-0.5 print:leading-4 max-[720px]:block max-[720px]:h-auto max-[720px]:border-0 max-[720px]:p-0 max-[720px]:leading-5';
const ROW =
  'hover:bg-hover max-[720px]:grid max-[720px]:grid-cols-2 max-[720px]:gap-x-2 max-[720px]:border-line max-[720px]:border-b max-[720px]:py-1.5';

/** The name of an ENI and its id; links to the ENI if the cloud still has it. */
function Label({ eni, isLive }: { eni: Eni; isLive: boolean }) {
  const id = (
    <span className="font-mono text-ink-3 text-xs leading-[inherit]" title={eni.id}>
      <ShortId id={eni.id} />
    </span>
  );
  const face = (
    <span className="flex min-w-0 items-baseline gap-2 print:block">
      {eni.name !== null && <CloudText text={eni.name} />}
      {id}
    </span>
  );
  if (!isLive) return face;
  return (
    <Link href={eniHref(eni)} prefetch={false} className="block min-w-0 hover:text-accent hover:underline">
      {face}
    </Link>
  );
}

const isSearch = ({ choice }: CompareSide) => choice.kind === 'search';

/** One ENI on one side or both: a line for each field that differs, otherwise one line that describes it. */
export function PairRows({ row, here, there }: PairRowsProps) {
  const t = useTranslations();
  const { kind, fields } = row;
  const [a, b] = [row.here[0] ?? null, row.there[0] ?? null];
  const live = (isSearch(here) ? a : null) ?? (isSearch(there) ? b : null);
  const eni = live ?? a ?? b;
  if (eni === null) return null;
  const label =
    kind === 'several' ? <CloudText text={row.key} /> : <Label eni={eni} isLive={live !== null} />;
  const glance = (own: readonly Eni[], absent: 'notHere' | 'notThere', isUnseen: boolean) => {
    if (kind === 'several')
      return <span className="text-ink-2">{t('compare.withName', { count: own.length })}</span>;
    const [only] = own;
    if (only) return <EniGlance eni={only} />;
    return <span className="text-ink-3">{t(`compare.${isUnseen ? 'notSeen' : absent}`)}</span>;
  };
  const lines: (CompareField | null)[] = fields.length === 0 ? [null] : [...fields];
  return lines.map((field, at) => (
    <tr key={field ?? 'glance'} className={ROW}>
      {at === 0 && (
        <th
          scope="row"
          rowSpan={lines.length}
          className={`${CELL} truncate pr-2 pl-5 text-left font-normal max-[720px]:col-span-2`}
        >
          {label}
        </th>
      )}
      <td
        {...(field !== null && { title: t(COMPARE_FIELDS[field].label as 'filter.name') })}
        className={`${CELL} truncate px-2 text-ink-2 max-[720px]:col-span-2 max-[720px]:text-xs ${field === null ? 'max-[720px]:hidden' : ''}`}
      >
        {field !== null && t(COMPARE_FIELDS[field].label as 'filter.name')}
      </td>
      <td className={`${CELL} px-2`}>
        {field !== null && a && b ? (
          <FieldValues field={field} own={a} other={b} />
        ) : (
          glance(row.here, 'notHere', kind === 'unseenHere')
        )}
      </td>
      <td
        className={`${CELL} border-l border-l-line-strong pr-2 pl-3 max-[720px]:border-l! max-[720px]:pl-2!`}
      >
        {field !== null && a && b ? (
          <FieldValues field={field} own={b} other={a} />
        ) : (
          glance(row.there, 'notThere', kind === 'unseenThere')
        )}
      </td>
    </tr>
  ));
}
