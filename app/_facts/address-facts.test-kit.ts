import { addressLines } from '@/components/eni-drawer/address-lines';
import { lookRowOf } from '@/lib/changes/look';
import { fieldOf } from '@/lib/compare/fields';
import { type Eni, eipsOf } from '@/lib/eni/eni';
import { addressesOf, privateAddressCount } from '@/lib/eni/eni-address';
import { cellOf, LIST_SEPARATOR } from '@/lib/export/export-columns';
import { rowsOf } from '@/lib/export/rows';
import { TOTALS } from '@/lib/search/table/group-totals';
import {
  csv,
  type EniPlaces,
  filtered,
  firstAndMore,
  firstOf,
  keeps,
  list,
  type Places,
  sort,
  text,
} from './eni-places.test-kit';
import { textOf } from './shown.test-kit';

const linesOf = (eni: Eni, isIn: (line: ReturnType<typeof addressLines>[number]) => boolean) =>
  addressLines(eni).filter(isIn);
const addressRows = ({ eni }: EniPlaces) => rowsOf([eni], 'address');
const ipv6Of = (eni: Eni) => eni.ipv6Addresses.map(({ ipv6Address }) => ipv6Address);
const prefixesOf = (eni: Eni) => [...eni.ipv4Prefixes, ...eni.ipv6Prefixes];
/** The searchable addresses: a masked address names none. */
const whole = (items: readonly string[]) => items.filter((item) => !item.includes('*'));

/** Every fact about the addresses of an ENI, in the same form. */
export const ADDRESS_FACTS: Readonly<Record<string, (at: EniPlaces) => Places>> = {
  'primary IP': (at) => ({
    cell: at.shown && textOf(at.shown.cellMarkup('ip').split('<span title="')[0] ?? ''),
    drawer: list(
      linesOf(at.eni, ({ isPrimary, family }) => isPrimary && family === 4)
        .slice(0, 1)
        .map(({ address }) => text(address)),
    ),
    export: csv(at, 'ip'),
    json: text(at.copy.privateIpAddress),
    sort: sort(at, 'ip'),
    addresses: text(addressesOf(at.eni).find(({ kind }) => kind === 'primary')?.address ?? null),
    'address export': text(
      addressRows(at).find(({ address }) => address?.kind === 'primary')?.address?.address ?? null,
    ),
    any:
      filtered(at, 'any', (eni) =>
        whole([text(eni.privateIpAddress)])
          .filter(Boolean)
          .filter((ip) => ip === at.eni.privateIpAddress),
      ) || (at.eni.privateIpAddress?.includes('*') ? at.eni.privateIpAddress : ''),
  }),
  'number of private IPv4 addresses': (at) => ({
    cell: at.shown?.cell('ips').replaceAll(',', ''),
    'cell of the primary':
      at.eni.privateIpAddress === null
        ? null
        : at.shown &&
          1 +
            Number(
              / title="([\d,]+) more address/.exec(at.shown.cellMarkup('ip'))?.[1]?.replaceAll(',', '') ?? 0,
            ),
    export: csv(at, 'ips'),
    sort: sort(at, 'ips'),
    filter: [0, 1, 2, 3, 4, 5, 6, 7, privateAddressCount(at.eni)].find((count) =>
      keeps(at, 'ips', String(count)),
    ),
    drawer: linesOf(at.eni, ({ family, address }) => family === 4 && address !== null).length,
    total: TOTALS.addresses(at.eni),
    'address export': addressRows(at).filter(
      ({ address }) => address?.kind === 'primary' || address?.kind === 'secondary',
    ).length,
  }),
  addresses: (at) => ({
    drawer: list(
      linesOf(at.eni, ({ address }) => address !== null)
        .map(({ address }) => text(address))
        .concat(prefixesOf(at.eni)),
    ),
    export: csv(at, 'addresses'),
    'address export': list(addressRows(at).flatMap(({ address }) => address?.address ?? [])),
    copy: list(addressesOf(at.copy).map(({ address }) => address)),
  }),
  EIPs: (at) => ({
    export: [...csv(at, 'eip').split(LIST_SEPARATOR)].sort().join(),
    drawer: [...new Set(linesOf(at.eni, ({ eip }) => eip !== null).map(({ eip }) => eip))].sort().join(),
    json: eipsOf(at.copy).sort().join(),
    look:
      whole(eipsOf(at.eni)).length === eipsOf(at.eni).length
        ? lookRowOf(at.eni)
            .holds.filter((held) => held.startsWith('EIP '))
            .map((held) => held.slice(4))
            .sort()
            .join()
        : null,
    filter: eipsOf(at.eni)
      .filter((eip) => eip.includes('*') || keeps(at, 'eip', eip))
      .sort()
      .join(),
    any: eipsOf(at.eni)
      .filter((eip) => eip.includes('*') || keeps(at, 'any', eip))
      .sort()
      .join(),
  }),
  'first EIP and how many': (at) => ({
    cell: at.shown && firstAndMore(at.shown.cellMarkup('eip')),
    export: firstOf(csv(at, 'eip').split(LIST_SEPARATOR).filter(Boolean)),
    total: `${text(sort(at, 'eip'))} +${TOTALS.eips(at.eni) - 1}`.replace(' +-1', ''),
    json: firstOf(eipsOf(at.copy)),
  }),
  'EIP by address': (at) => {
    const said = (rows: readonly { address: string | null; eip: string | null }[]) =>
      rows
        .filter(({ address, eip }) => address !== null && eip !== null)
        .map(({ address, eip }) => `${address} ${eip}`)
        .sort()
        .join();
    return {
      drawer: said(addressLines(at.eni)),
      addresses: said(addressesOf(at.eni)),
      'address export': said(
        addressRows(at).map((row) => ({
          address: text(cellOf('ip', row)) || null,
          eip: text(cellOf('eip', row)) || null,
        })),
      ),
      // A primary address that is missing from the list leaves no place there for its EIP.
      json: at.copy.privateIps.some((ip) => ip.privateIpAddress === at.copy.privateIpAddress)
        ? said(at.copy.privateIps.map((ip) => ({ address: ip.privateIpAddress, eip: ip.publicIp })))
        : null,
      'drawer as drawn':
        at.shown &&
        said(
          at.shown.addresses.flatMap((line) => {
            const [, address = '', eip = ''] =
              /^([^\s–]+?)(?:primary)?EIP (\S+?)(?:DNS.*)?$/.exec(line) ?? [];
            return address === '' ? [] : [{ address, eip }];
          }),
        ),
    };
  },
  'allocation ids': (at) => ({
    drawer: at.shown && [...at.shown.allocations].sort().join(),
    lines: addressLines(at.eni)
      .filter(({ eip }) => eip !== null)
      .flatMap(({ allocationId }) => allocationId ?? [])
      .sort()
      .join(),
    json: at.copy.privateIps
      .filter(({ publicIp }) => publicIp !== null)
      .flatMap(({ allocationId }) => allocationId ?? [])
      .sort()
      .join(),
    any: addressesOf(at.eni)
      .filter(({ eip }) => eip !== null)
      .flatMap(({ allocationId }) =>
        allocationId !== null && keeps(at, 'any', allocationId) ? [allocationId] : [],
      )
      .sort()
      .join(),
  }),
  IPv6: (at) => ({
    cell: at.shown && firstAndMore(at.shown.cellMarkup('ipv6')),
    export: firstOf(csv(at, 'ipv6').split(LIST_SEPARATOR).filter(Boolean)),
    drawer: firstOf(linesOf(at.eni, ({ family }) => family === 6).map(({ address }) => text(address))),
    json: firstOf(ipv6Of(at.copy)),
    total: `${text(sort(at, 'ipv6'))} +${TOTALS.ipv6(at.eni) - 1}`.replace(' +-1', ''),
    filter: firstOf(ipv6Of(at.eni).filter((ip) => keeps(at, 'ipv6', ip))),
  }),
  prefixes: (at) => ({
    cell: at.shown && firstAndMore(at.shown.cellMarkup('prefix')),
    export: firstOf(csv(at, 'prefix').split(LIST_SEPARATOR).filter(Boolean)),
    drawer:
      at.shown &&
      firstOf(
        at.shown.prefixes.map((line, n) =>
          line.startsWith(prefixesOf(at.eni)[n] ?? '?') ? text(prefixesOf(at.eni)[n] ?? null) : line,
        ),
      ),
    json: firstOf(prefixesOf(at.copy)),
    compare: firstOf(fieldOf('prefix').read(at.eni)),
    'address export': firstOf(
      addressRows(at).flatMap(({ address }) => (address?.kind.endsWith('Prefix') ? address.address : [])),
    ),
  }),
  'number of prefixes': (at) => ({
    sort: sort(at, 'prefix'),
    total: TOTALS.prefixes(at.eni),
    drawer: at.shown?.prefixes.length,
    export: csv(at, 'prefix').split(LIST_SEPARATOR).filter(Boolean).length,
  }),
};
