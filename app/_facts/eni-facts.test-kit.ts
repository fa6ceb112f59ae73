import { lookRowOf } from '@/lib/changes/look';
import type { CompareField } from '@/lib/compare/fields';
import type { Eni } from '@/lib/eni/eni';
import { type FieldName, fieldOf } from '@/lib/eni/fields';
import { dayOf, stampOf } from '@/lib/eni/moment';
import { shownName, visibleText } from '@/lib/eni/visible-text';
import type { ExportColumn } from '@/lib/export/export-columns';
import en from '@/lib/i18n/en.json';
import type { FacetId } from '@/lib/search/facets/facets';
import type { FilterKey } from '@/lib/search/filters';
import { escapeText } from '@/lib/search/list-text';
import type { TableColumn } from '@/lib/search/table/columns';
import { TOTALS } from '@/lib/search/table/group-totals';
import {
  compared,
  csv,
  type EniPlaces,
  facet,
  filtered,
  keeps,
  type Places,
  sort,
  text,
} from './eni-places.test-kit';
import { attributesOf } from './shown.test-kit';

const FLAGS: Readonly<Record<string, string>> = {
  [en.operator.yes]: 'true',
  [en.operator.no]: 'false',
  [en.drawer.on]: 'true',
  [en.drawer.off]: 'false',
  [en.drawer.deleted]: 'true',
  [en.drawer.kept]: 'false',
};
/** The label of a field in the drawer. */
function lineOf(name: FieldName): string {
  const [space, key] = fieldOf(name).drawerLabel.split('.') as ['drawer', keyof typeof en.drawer];
  return String(en[space][key]);
}

const flag = (words: string | undefined) => words && (FLAGS[words] ?? words);

type Simple = {
  column: TableColumn & ExportColumn;
  field: keyof Eni;
  line?: string;
  filter?: FilterKey;
  facet?: FacetId;
  compare?: CompareField;
};

/** A fact that is one text, with the same name at all places. */
const simple =
  ({ column, field, line, filter, facet: id, compare }: Simple) =>
  (at: EniPlaces): Places => ({
    cell: at.shown?.cell(column as never),
    ...(line && { drawer: at.shown?.line(line) }),
    export: visibleText(csv(at, column)),
    json: visibleText(text(at.copy[field] as string | null)),
    sort: visibleText(text(sort(at, column))),
    ...(filter && {
      filter: filtered(
        at,
        filter,
        (eni) => [eni[field] as string | null],
        (value) => escapeText(value, '*'),
      ),
    }),
    ...(id && { facet: facet(at, id) }),
    ...(compare && { compare: visibleText(compared(at, compare)) }),
  });

const flagFact =
  (column: 'managed' | 'deleteOnRelease', field: 'serviceManaged' | 'deleteOnRelease', line: string) =>
  (at: EniPlaces): Places => ({
    cell: flag(at.shown?.cell(column)),
    drawer: flag(at.shown?.line(line)),
    export: csv(at, column),
    json: text(at.copy[field]),
    filter: ['true', 'false'].filter((value) => keeps(at, column, value)).join(),
    compare: compared(at, column),
    sort: text(sort(at, column)).replace('1', 'true').replace('0', 'false'),
  });

/**
 * Every fact of an ENI that several places tell, and the text at each place, from the function that the place itself
 * uses.
 */
export const ENI_FACTS: Readonly<Record<string, (at: EniPlaces) => Places>> = {
  name: (at) => ({
    cell: at.shown?.cell('name'),
    drawer: at.eni.name === null ? at.shown && at.eni.id : at.shown?.title,
    export: csv(at, 'name') === '' ? at.eni.id : visibleText(csv(at, 'name')),
    json: shownName(at.copy),
    sort: visibleText(text(sort(at, 'name'))),
    look: shownName({ name: lookRowOf(at.eni).name, id: lookRowOf(at.eni).id }),
    compare: visibleText(compared(at, 'name')) || at.eni.id,
  }),
  head: (at) => ({
    drawer: at.shown?.header.slice(at.shown.title.length),
    cells: at.shown && at.shown.cell('status') + at.shown.cell('type') + at.shown.cell('id'),
    export: csv(at, 'status') + csv(at, 'type') + csv(at, 'id'),
    json: text(at.copy.status) + text(at.copy.type) + at.copy.id,
  }),
  status: (at) => ({
    ...simple({ column: 'status', field: 'status', filter: 'status', facet: 'status', compare: 'status' })(
      at,
    ),
    look: text(lookRowOf(at.eni).status),
  }),
  'status as a total': (at) => ({
    total: (['inUse', 'available', 'otherStatus'] as const).filter((id) => TOTALS[id](at.eni) === 1).join(),
    cell: at.shown && ({ InUse: 'inUse', Available: 'available' }[at.shown.cell('status')] ?? 'otherStatus'),
    export: { InUse: 'inUse', Available: 'available' }[csv(at, 'status')] ?? 'otherStatus',
    filter: keeps(at, 'status', 'InUse')
      ? 'inUse'
      : keeps(at, 'status', 'Available')
        ? 'available'
        : 'otherStatus',
  }),
  type: simple({ column: 'type', field: 'type', filter: 'type', facet: 'type', compare: 'type' }),
  zone: simple({
    column: 'zone',
    field: 'zoneId',
    line: lineOf('zoneId'),
    filter: 'zone',
    facet: 'zone',
    compare: 'zone',
  }),
  vpc: simple({
    column: 'vpc',
    field: 'vpcId',
    line: lineOf('vpcId'),
    filter: 'vpc',
    facet: 'vpc',
    compare: 'vpc',
  }),
  vSwitch: simple({
    column: 'vswitch',
    field: 'vSwitchId',
    line: lineOf('vSwitchId'),
    filter: 'vswitch',
    facet: 'vswitch',
    compare: 'vswitch',
  }),
  'resource group': simple({
    column: 'rg',
    field: 'resourceGroupId',
    line: lineOf('resourceGroupId'),
    filter: 'rg',
    compare: 'rg',
  }),
  MAC: simple({ column: 'mac', field: 'macAddress', line: lineOf('macAddress'), compare: 'mac' }),
  'traffic mode': simple({ column: 'mode', field: 'trafficMode', filter: 'mode', compare: 'mode' }),
  description: simple({
    column: 'description',
    field: 'description',
    line: lineOf('description'),
    compare: 'description',
  }),
  id: (at) => ({
    cell: at.shown?.cell('id'),
    export: csv(at, 'id'),
    json: at.copy.id,
    look: lookRowOf(at.eni).id,
    filter: filtered(at, 'eni', (eni) => [eni.id]),
    any: filtered(at, 'any', (eni) => [eni.id]),
  }),
  place: (at) => ({
    cell: at.shown && `${at.shown.cell('account')} / ${at.shown.cell('region')}`,
    drawer: at.shown?.line(en.drawer.place),
    export: `${csv(at, 'account')} / ${csv(at, 'region')}`,
    json: `${at.copy.account} / ${at.copy.region}`,
    look: `${lookRowOf(at.eni).account} / ${lookRowOf(at.eni).region}`,
  }),
  instance: (at) => ({
    cell: at.eni.instanceId === null && at.eni.serviceManaged === true ? null : at.shown?.cell('instance'),
    drawer: at.shown?.line(en.drawer.instance),
    export: csv(at, 'instance'),
    json: text(at.copy.instanceId),
    filter: filtered(at, 'instance', (eni) => [eni.instanceId]),
    facet: facet(at, 'instance'),
    compare: compared(at, 'instance'),
    look: text(lookRowOf(at.eni).instanceId),
  }),
  'delete on release': flagFact('deleteOnRelease', 'deleteOnRelease', en.drawer.onRelease),
  'service-managed': (at) => ({
    ...flagFact('managed', 'serviceManaged', en.drawer.managed)(at),
    facet: facet(at, 'managed'),
  }),
  'source and destination check': (at) => ({
    drawer: flag(at.shown?.line(en.drawer.check)),
    json: text(at.copy.sourceDestCheck),
    compare: compared(at, 'sourceDestCheck'),
    field: text(at.eni.sourceDestCheck),
  }),
  'owner of the account': (at) => ({
    drawer: at.shown?.line(lineOf('ownerId')),
    export: csv(at, 'ownerId'),
    json: text(at.copy.ownerId),
    search: at.eni.ownerId !== null && keeps(at, 'q', at.eni.ownerId) ? at.eni.ownerId : '',
  }),
  service: (at) => ({
    drawer: at.shown?.line(lineOf('serviceId')),
    export: csv(at, 'serviceId'),
    json: text(at.copy.serviceId),
    search: at.eni.serviceId !== null && keeps(at, 'q', at.eni.serviceId) ? at.eni.serviceId : '',
  }),
  'who holds it': (at) => ({
    cell: at.shown?.cell('owner').replace(` ${en.table.ownerWeak}`, ''),
    drawer: at.shown?.owner,
    export: en.owner[csv(at, 'owner') as keyof typeof en.owner],
    facet: en.owner[facet(at, 'owner') as keyof typeof en.owner],
    filter: keeps(at, 'owner', csv(at, 'owner')) ? en.owner[csv(at, 'owner') as keyof typeof en.owner] : '',
    sort: en.owner[sort(at, 'owner') as keyof typeof en.owner],
  }),
  created: (at) => ({
    cell: at.shown && text(attributesOf(at.shown.cellMarkup('created'), 'dateTime')[0] ?? null),
    drawer:
      at.shown && text(attributesOf(at.shown.lineMarkup(lineOf('creationTime')), 'dateTime')[0] ?? null),
    export: csv(at, 'created'),
    json: text(at.copy.creationTime),
    sort: sort(at, 'created'),
  }),
  'day of creation': (at) => {
    const { creationTime } = at.eni;
    const days =
      creationTime === null
        ? []
        : [0, -1, 1].map((step) =>
            new Date(Date.parse(creationTime) + step * 86_400_000).toISOString().slice(0, 10),
          );
    return {
      cell: at.shown?.cell('created'),
      drawer: at.shown?.line(lineOf('creationTime')).slice(0, 10),
      answer: creationTime === null ? '' : dayOf(creationTime),
      // Creating the formats takes long.
      stamp: at.shown && (creationTime === null ? '' : stampOf(creationTime, 'UTC').slice(0, 10)),
      filter: days.filter((day) => keeps(at, 'created', `${day}..${day}`)).join(),
    };
  },
};
