'use client';

import { useFormatter, useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import type { Eni } from '@/lib/eni/eni';
import { readerOf, textsOf } from '@/lib/eni/field-values';
import { type DrawerSection, FIELDS, type Field, type FieldName } from '@/lib/eni/fields';
import { visibleText } from '@/lib/eni/visible-text';
import { isFilterKey } from '@/lib/search/filters';
import { CreatedValue } from './created-value';
import { Fact } from './facts';
import { IdValue } from './id-value';
import { LineCopy } from './line-copy';
import { termOf } from './related';

function ModeValue({ eni }: { eni: Eni }) {
  const t = useTranslations('drawer');
  const { trafficMode, queueNumber, queuePairNumber } = eni;
  return (
    <>
      {trafficMode ?? '–'}
      <span className="text-ink-3">
        {queueNumber !== null && t('queues', { count: queueNumber })}
        {queuePairNumber !== null && ` · ${t('queuePairs', { count: queuePairNumber })}`}
      </span>
    </>
  );
}

function FlagValue({ flag, says: [yes, no] }: { flag: boolean; says: Field['says'] }) {
  return useTranslations()((flag ? yes : no) as 'operator.yes');
}

function CountValue({ count }: { count: number }) {
  return useFormatter().number(count);
}

/** Fields whose line shows more than their value. Null: the line of another field shows it. */
const OWN_LINES: Partial<Record<FieldName, (eni: Eni) => ReactNode>> = {
  trafficMode: (eni) => <ModeValue eni={eni} />,
  queueNumber: (eni) => (eni.trafficMode === null ? <ModeValue eni={eni} /> : null),
  queuePairNumber: (eni) =>
    eni.trafficMode === null && eni.queueNumber === null ? <ModeValue eni={eni} /> : null,
  zoneId: (eni) => eni.zoneId,
  macAddress: ({ macAddress }) => (
    <>
      <span className="font-mono text-xs">{macAddress}</span>
      <LineCopy text={macAddress ?? ''} />
    </>
  ),
};

function lineValue(field: Field, eni: Eni): ReactNode {
  const own = OWN_LINES[field.name];
  if (own) return own(eni);
  const value = readerOf(field.name)(eni);
  if (typeof value === 'boolean') return <FlagValue flag={value} says={field.says} />;
  if (typeof value === 'number') return <CountValue count={value} />;
  if (field.kind === 'time') return <CreatedValue moment={String(value)} />;
  if (field.kind === 'text') return <bdi className="wrap-anywhere">{visibleText(String(value))}</bdi>;
  const { key } = field;
  return textsOf(value).map((id) => (
    <IdValue key={id} id={id} {...(key !== null && isFilterKey(key) && { term: termOf(key, id) })} />
  ));
}

type FieldLinesProps = {
  eni: Eni;
  section: DrawerSection;
  /** Fields that come first, in this order; the others follow in the order of the table. */
  first?: readonly FieldName[];
  /** Fields that the section shows in its own way. */
  without?: readonly FieldName[];
};

/** The fields of a part of the drawer, one per line. A field that the API does not report has no line. */
export function FieldLines({ eni, section, first = [], without = [] }: FieldLinesProps) {
  const t = useTranslations();
  const rank = ({ name }: Field) => (first.includes(name) ? first.indexOf(name) : first.length);
  const fields = FIELDS.filter(
    ({ name, drawer }) =>
      drawer === section && !without.includes(name) && textsOf(readerOf(name)(eni)).length > 0,
  ).sort((a, b) => rank(a) - rank(b));
  return fields.map((field) => {
    const value = lineValue(field, eni);
    return value === null ? null : (
      <Fact key={field.name} label={t(field.drawerLabel as 'filter.name')}>
        {value}
      </Fact>
    );
  });
}
