import type { Action } from './call';
import { describeEipAddresses } from './describe-eip-addresses';
import { describeInstances } from './describe-instances';
import { describeNetworkInterfaceAttribute } from './describe-network-interface-attribute';
import { describeNetworkInterfaces } from './describe-network-interfaces';
import { describeRegions } from './describe-regions';
import { describeSecurityGroups } from './describe-security-groups';
import { describeVSwitches } from './describe-v-switches';
import { describeVpcs } from './describe-vpcs';
import { getVSwitchCidrReservationUsage } from './get-v-switch-cidr-reservation-usage';
import { listIpamDiscoveredIpAddresses } from './list-ipam-discovered-ip-addresses';
import { listTagResources } from './list-tag-resources';
import { listVSwitchCidrReservations } from './list-v-switch-cidr-reservations';
import { SERVICE_ACTIONS } from './service-resources';

const ACTIONS: readonly Action[] = [
  describeEipAddresses,
  describeInstances,
  describeNetworkInterfaceAttribute,
  describeNetworkInterfaces,
  describeRegions,
  describeSecurityGroups,
  describeVSwitches,
  describeVpcs,
  getVSwitchCidrReservationUsage,
  listIpamDiscoveredIpAddresses,
  listTagResources,
  listVSwitchCidrReservations,
  ...SERVICE_ACTIONS,
];

/** The action of this name in this version of an API, if the emulator has it. */
export function actionOf(name: string, version: string): Action | undefined {
  return ACTIONS.find((action) => action.name === name && action.version === version);
}
