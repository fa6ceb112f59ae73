import 'server-only';
import type { DiscoveredAddresses, PrefixHolders } from '@/lib/eni/told';
import { describeVSwitchesById } from './aliyun/describe-v-switches';
import { getReservationUsage } from './aliyun/get-v-switch-cidr-reservation-usage';
import { listDiscoveredAddresses } from './aliyun/list-ipam-discovered-ip-addresses';
import { listVSwitchCidrReservations } from './aliyun/list-v-switch-cidr-reservations';
import type { Trace } from './aliyun/upstream';
import { config } from './config/config';
import { discoveryOf } from './ipam-discoveries';
import type { GrantedScope } from './scope';
import { asExtra, madeOf, onlyCell, tellOptional } from './told';

/**
 * What VPC IPAM says of the addresses of a vSwitch, `GET /api/vswitches/{id}/addresses`. A discovery sees more than an
 * account and region, so we first check that the vSwitch is there, and tell nothing of one that is not.
 * @param scope one account and region
 */
export async function readDiscovered(
  scope: GrantedScope,
  vSwitchId: string,
  trace: Trace,
): Promise<DiscoveredAddresses> {
  const cell = onlyCell(scope);
  const discovery = discoveryOf(cell.account.name, config().ipamDiscoveries);
  if (discovery === null) return { items: [], isAsked: false, unavailable: [], ...madeOf(trace) };
  const extra = asExtra(trace);
  const { told, unavailable } = await tellOptional('discovered', [], async () => {
    const [there] = await describeVSwitchesById(cell, [vSwitchId], extra);
    return there ? listDiscoveredAddresses(cell, discovery, vSwitchId, extra) : [];
  });
  return { items: told, isAsked: true, unavailable, ...madeOf(trace) };
}

/**
 * Who has the prefixes of the CIDR reservations of a vSwitch, `GET /api/vswitches/{id}/prefixes`.
 * @param scope one account and region
 * @throws ProblemError where the reservations themselves cannot be read
 */
export async function readPrefixHolders(
  scope: GrantedScope,
  vSwitchId: string,
  trace: Trace,
): Promise<PrefixHolders> {
  const cell = onlyCell(scope);
  const extra = asExtra(trace);
  const lists = await Promise.all(
    (['IPv4', 'IPv6'] as const).map((version) => listVSwitchCidrReservations(cell, version, extra)),
  );
  const mine = lists.flat().filter((reservation) => reservation.vSwitchId === vSwitchId);
  const { told, unavailable } = await tellOptional('prefixHolders', [], async () =>
    (await Promise.all(mine.map(({ id }) => getReservationUsage(cell, id, extra)))).flat(),
  );
  return { items: told, unavailable, ...madeOf(trace) };
}
