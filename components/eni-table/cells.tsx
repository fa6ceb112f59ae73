'use client';

import { useFormatter, useTranslations } from 'next-intl';
import { type ReactNode, useContext } from 'react';
import { ChangeMark } from '@/components/changes/change-mark';
import { useColumnRoom } from '@/components/data-table/column-rooms';
import { CloudText } from '@/components/eni-parts/cloud-text';
import { prefixGroups } from '@/components/eni-parts/prefix-groups';
import { StatusMark } from '@/components/eni-parts/status-mark';
import { TagMark } from '@/components/eni-parts/tag-mark';
import { useName, useNameLines } from '@/components/names/use-names';
import { usePods } from '@/components/pods/use-pods';
import { ShortId } from '@/components/ui/short-id';
import { TailedText } from '@/components/ui/tailed-text';
import { textWidth } from '@/components/ui/text-width';
import { usePrinting } from '@/components/ui/use-printing';
import { type Eni, eipsOf } from '@/lib/eni/eni';
import { type EniAddress, privateAddressCount } from '@/lib/eni/eni-address';
import type { FieldKind } from '@/lib/eni/field-kinds';
import { textsOf } from '@/lib/eni/field-values';
import { fieldOfKey } from '@/lib/eni/fields';
import { dayOf } from '@/lib/eni/moment';
import { type OwnerKind, ownerOf } from '@/lib/eni/owner';
import { visibleText } from '@/lib/eni/visible-text';
import { zoneTail } from '@/lib/eni/zone-tail';
import { podNamesOf } from '@/lib/pods/pods-of-eni';
import {
  type ColumnId,
  columnDefinition,
  isColumnId,
  type TableColumn,
  tagKeyOf,
} from '@/lib/search/table/columns';
import type { EniRow } from '@/lib/search/table/table-rows';
import { Absent, IdCell, ListCell, MoreMark, PrefixMark, WordCell } from './cell-parts';
import { TableFactsContext } from './table-facts';

const MONO = 'truncate font-mono text-xs leading-5';

/** The name of an ENI, and whether it changed; one without a name shows its id. */
function NameCell({ eni }: { eni: Eni }) {
  const room = useColumnRoom('name');
  return (
    <>
      {eni.name !== null ? (
        <TailedText text={visibleText(eni.name)} room={room} isMedium />
      ) : (
        <span className={`${MONO} text-ink-2`} title={eni.id}>
          <ShortId id={eni.id} />
        </span>
      )}
      <ChangeMark eni={eni} />
    </>
  );
}

/** Text that a person wrote. */
function TextCell({ text }: { text: string | null }) {
  return text === null ? <Absent /> : <CloudText text={text} className="text-ink-2" />;
}

function BoolCell({ flag }: { flag: boolean | null }) {
  const t = useTranslations('operator');
  return flag === null ? <Absent /> : <span className="text-ink-2">{t(flag ? 'yes' : 'no')}</span>;
}

function CountCell({ count }: { count: number | null }) {
  const format = useFormatter();
  return count === null ? <Absent /> : <span className="text-ink-2">{format.number(count)}</span>;
}

/** The day of a moment in UTC; the whole moment on hover. Text that is no moment is shown unchanged. */
function DateCell({ moment }: { moment: string | null }) {
  if (moment === null) return <Absent />;
  return (
    <time dateTime={moment} title={moment} className="truncate text-ink-2">
      {dayOf(moment)}
    </time>
  );
}

/** The primary address and marks for the rest: more addresses, delegated prefixes. */
function AddressCell({ eni }: { eni: Eni }) {
  if (eni.privateIpAddress === null) return <Absent />;
  const others = privateAddressCount(eni) - 1;
  return (
    <>
      <span className="shrink-0 font-mono text-xs leading-5" title={eni.privateIpAddress}>
        {eni.privateIpAddress}
      </span>
      <MoreMark count={others} addresses />
      {prefixGroups(eni.ipv4Prefixes).map(({ length, count }) => (
        <PrefixMark key={length} length={length} count={count} />
      ))}
    </>
  );
}

/** The address of the row, and which of its ENI's addresses it is. */
function RowAddressCell({ address }: { address: EniAddress }) {
  const t = useTranslations('table');
  return (
    <>
      <IdCell id={address.address} whole />
      {/* If there is no room for both, the address stays whole and the word is dropped. */}
      <span className="ml-1.5 min-w-0 flex-1 basis-0 truncate text-2xs text-ink-3">
        {t(`addressKind.${address.kind}`)}
      </span>
    </>
  );
}

/** The name of an id's resource, if known; in any case the id can be seen, heard and copied. */
function NamedCell({ id, column }: { id: string | null; column: ColumnId }) {
  return <IdCell id={id} name={useName(id)} room={useColumnRoom(column)} />;
}

/** Security groups: the first by its name if known, all of them with their ids on hover. */
function GroupsCell({ ids }: { ids: readonly string[] }) {
  const name = useName(ids[0] ?? null);
  return <ListCell items={ids} name={name} title={useNameLines(ids)} />;
}

/** A kind without a name, so it must not look like the names around it. */
function Service({ kind }: { kind: OwnerKind }) {
  return (
    <span className="truncate rounded-xs border border-line-strong px-1 text-2xs text-ink-2">
      {useTranslations('owner')(kind)}
    </span>
  );
}

/** The instance; for an ENI without one, the service that holds it. */
function InstanceCell({ eni }: { eni: Eni }) {
  if (eni.instanceId !== null || eni.serviceManaged !== true)
    return <NamedCell id={eni.instanceId} column="instance" />;
  const { kind } = ownerOf(eni);
  return kind === 'unknown' ? <Absent /> : <Service kind={kind} />;
}

/** The owner of the ENI; a guess based on a name alone is marked as one. */
function OwnerCell({ eni }: { eni: Eni }) {
  const t = useTranslations();
  const { kind, strength } = ownerOf(eni);
  return (
    <span className={`truncate ${kind === 'unknown' ? 'text-ink-3' : 'text-ink-2'}`}>
      {t(`owner.${kind}`)}
      {strength === 'weak' && <span className="text-ink-3"> {t('table.ownerWeak')}</span>}
    </span>
  );
}

/** The pods of an ENI, or of one of its addresses, according to kubectl output that people gave. */
function PodCell({ eni, address }: { eni: Eni; address: string | null }) {
  return <ListCell items={podNamesOf(usePods(), eni, address)} whole />;
}

const SHOWN_TAGS = 3;

/** The first tags; all of them on hover and on paper. */
function TagsCell({ tags }: { tags: Eni['tags'] }) {
  const isPrinting = usePrinting();
  if (tags.length === 0) return <Absent />;
  const all = tags.map(({ key, value }) => [key, value].map(visibleText).join(': ')).join('\n');
  return (
    <span className="flex min-w-0 gap-1 overflow-hidden print:flex-wrap" title={all}>
      {(isPrinting ? tags : tags.slice(0, SHOWN_TAGS)).map((tag) => (
        <TagMark key={tag.key} tag={tag} className="shrink-0 print:shrink" />
      ))}
    </span>
  );
}

/**
 * A zone: only its letter if there is no room for more and the region is stated elsewhere. The rest of the text stays
 * in the cell, for copying, finding and screen readers.
 */
function ZoneCell({ eni: { zoneId, region } }: { eni: Eni }) {
  const { saysRegion } = useContext(TableFactsContext);
  const room = useColumnRoom('zone');
  if (zoneId === null) return <Absent />;
  const tail = saysRegion ? zoneTail(zoneId, region) : zoneId;
  const isWhole = tail === zoneId || (room !== null && textWidth(zoneId, 400) <= room);
  return (
    <span className="truncate text-ink-2" title={zoneId}>
      {!isWhole && <span className="unseen">{zoneId.slice(0, -tail.length)}</span>}
      {isWhole ? zoneId : tail}
    </span>
  );
}

/** Cells that show more than the value of their field. */
const OWN_CELLS: Partial<Record<ColumnId, (eni: Eni) => ReactNode>> = {
  name: (eni) => <NameCell eni={eni} />,
  status: ({ status }) => (status === null ? <Absent /> : <StatusMark status={status} />),
  type: (eni) => <WordCell word={eni.type} />,
  ip: (eni) => <AddressCell eni={eni} />,
  eip: (eni) => <ListCell items={eipsOf(eni)} whole title={eipsOf(eni)[0] ?? ''} addresses />,
  instance: (eni) => <InstanceCell eni={eni} />,
  vswitch: (eni) => <NamedCell id={eni.vSwitchId} column="vswitch" />,
  vpc: (eni) => <NamedCell id={eni.vpcId} column="vpc" />,
  zone: (eni) => <ZoneCell eni={eni} />,
  account: (eni) => <WordCell word={eni.account} />,
  region: (eni) => <WordCell word={eni.region} />,
  mode: (eni) => <WordCell word={eni.trafficMode} />,
  owner: (eni) => <OwnerCell eni={eni} />,
  tags: (eni) => <TagsCell tags={eni.tags} />,
  sg: (eni) => <GroupsCell ids={eni.securityGroupIds} />,
  mac: (eni) => <IdCell id={eni.macAddress} whole />,
  pod: (eni) => <PodCell eni={eni} address={null} />,
};

/** How a value of each kind is drawn; lists not named here are drawn by their first item. */
const KIND_CELLS: Partial<Record<FieldKind, (value: never) => ReactNode>> = {
  text: (text: string | null) => <TextCell text={text} />,
  id: (id: string | null) => <IdCell id={id} />,
  bigId: (id: string | null) => <IdCell id={id} whole />,
  whole: (count: number | null) => <CountCell count={count} />,
  time: (moment: string | null) => <DateCell moment={moment} />,
  flag: (flag: boolean | null) => <BoolCell flag={flag} />,
};

function fieldCell(id: TableColumn, eni: Eni): ReactNode {
  const { tell } = columnDefinition(id);
  const value = tell(eni);
  const draw = KIND_CELLS[fieldOfKey(id)?.kind ?? 'ids'];
  if (draw) return draw(value as never);
  if (typeof value === 'number') return <CountCell count={value} />;
  return <ListCell items={textsOf(value).map(visibleText)} whole />;
}

/** The cell of a column: determined by the kind of its field, unless the column has a cell of its own. */
export function cellOf(id: TableColumn, { eni, address }: EniRow): ReactNode {
  if (address && id === 'ip') return <RowAddressCell address={address} />;
  if (address && id === 'pod') return <PodCell eni={eni} address={address.address} />;
  if (address && id === 'eip') return <IdCell id={address.eip} whole />;
  if (isColumnId(id)) return OWN_CELLS[id]?.(eni) ?? fieldCell(id, eni);
  return <TextCell text={eni.tags.find(({ key }) => key === tagKeyOf(id))?.value ?? null} />;
}
