import { ACCOUNTS } from '../../keys';
import { formatCidr, parseCidr } from '../addresses';
import { addEni, type CellBuilder } from '../builder';
import { createCell, type EstateOptions } from '../estate';
import type { Cell, VSwitch } from '../model';
import { createNetworkBuilder } from '../network';
import { createPrng } from '../prng';
import { REGIONS } from '../regions';
import { addBadData } from './bad-data';
import { addIdlePrefixes, addLeftovers, addTwoLegged } from './leftovers';
import { type AuditNetwork, addAuditNetwork, addReservation } from './network';
import { addPodNodes, addPrefixNodes, addServers, Supply } from './nodes';
import { blocksOf, fragment, podAddresses, scatter, scatterAllBut } from './placement';

const REGION = 'cn-hangzhou';
/** Far from those that the estate hands out from zero, as no two ENIs of an emulator have one MAC address or EIP. */
const SERIALS = { mac: 2 ** 23, eip: 200_000 };

/** The cells of the account `audit`: made for audits of IP usage, of one size whatever `--enis` is. */
export function createAuditCells({ seed = 1, now = Date.now() }: EstateOptions): Cell[] {
  return REGIONS.map((region) => {
    const cell = createCell(ACCOUNTS.audit, region);
    if (region.id !== REGION) return cell;
    const prng = createPrng(seed * 1009 + 500_009);
    const builder: CellBuilder = {
      prng,
      cell,
      now,
      idPrefix: region.prefix,
      serials: { ...SERIALS },
      securityGroups: new Map(),
      resourceGroups: {
        core: `rg-aek2${prng.text(11)}`,
        others: [1, 2, 3].map(() => `rg-aek2${prng.text(11)}`),
      },
    };
    const network = addAuditNetwork(createNetworkBuilder(prng, ACCOUNTS.audit, region, now), builder);
    cell.vpcs = network.vpcs;
    cell.vSwitches = network.vpcs.flatMap((vpc) => vpc.vSwitches);
    fill(builder, network);
    prng.shuffle(cell.enis);
    return cell;
  });
}

function fill(builder: CellBuilder, { core, overlap, servers, unlisted }: AuditNetwork): void {
  const { prng } = builder;
  addPods(builder, core.pods);
  addServers(builder, core.nearlyFull, scatterAllBut(prng, core.nearlyFull, 6));
  addServers(builder, core.fragmented, fragment(prng, core.fragmented, 818, 7));
  addReserved(builder, core.prefixes);
  addDualStack(builder, core.dualStack);
  for (const [vSwitch, count] of servers) addServers(builder, vSwitch, scatter(prng, vSwitch, count));
  addLeftovers(builder, core.idle);
  addTwoLegged(builder, core.idle, core.lab);
  addBadData(builder, core.badData, unlisted);
  for (const [left, right] of overlap) {
    const addresses = scatter(prng, left, 40);
    addServers(builder, left, addresses);
    addServers(builder, right, [...new Set([...addresses.slice(0, 12), ...scatter(prng, right, 30)])]);
  }
}

function addPods(builder: CellBuilder, vSwitch: VSwitch): void {
  const { prng } = builder;
  const block = parseCidr('10.64.224.0/20');
  addReservation(builder, vSwitch, 'pods-prefix-段', formatCidr(block));
  const addresses = podAddresses(prng, vSwitch);
  const supply = new Supply(addresses);
  addPrefixNodes(builder, vSwitch, supply, blocksOf(prng, block, 110));
  addPodNodes(builder, vSwitch, supply);
}

function addReserved(builder: CellBuilder, vSwitch: VSwitch): void {
  const { prng } = builder;
  const exhausted = parseCidr('10.65.34.0/24');
  const roomy = parseCidr('10.65.40.0/22');
  addReservation(builder, vSwitch, 'exhausted-已耗尽', formatCidr(exhausted));
  addReservation(builder, vSwitch, 'roomy-有余量', formatCidr(roomy));
  const singles = scatter(prng, vSwitch, 420, [exhausted, roomy]);
  const supply = new Supply(singles);
  const bases = blocksOf(prng, roomy, 22);
  addIdlePrefixes(builder, vSwitch, supply, bases.slice(0, 4));
  addPrefixNodes(builder, vSwitch, supply, [...blocksOf(prng, exhausted, 16), ...bases.slice(4)]);
  addServers(builder, vSwitch, supply.take(supply.left));
}

function addDualStack(builder: CellBuilder, vSwitch: VSwitch): void {
  // Single addresses lie below the block, as builder.ts draws them.
  addReservation(builder, vSwitch, 'ipv6-前缀', `${vSwitch.ipv6}:f000::/68`);
  addServers(builder, vSwitch, scatter(builder.prng, vSwitch, 90), { ipv6: true });
  for (let index = 1; index <= 9; index += 1) {
    const name = `ipv6-prefix-${index}`;
    addEni(builder, vSwitch, {
      type: 'Secondary',
      status: 'Available',
      ageDays: 5,
      name,
      ipv6: true,
      ipv6Prefixes: 1 + (index % 3),
    });
  }
}
