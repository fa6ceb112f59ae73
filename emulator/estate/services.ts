import { addEni, type CellBuilder, newEip, newId } from './builder';
import type { VSwitch } from './model';
import { pickWorkload, workloadTags } from './names';

interface Service {
  idKind: string;
  describe(id: string): string;
  name: string;
  /** The name that the service itself gives its ENIs, whatever else. */
  ownName?: string;
  eip: number;
  /** Its EIP is the service's own and is on none of its ENIs. */
  keepsEip?: 'Nat';
}

const SERVICES: readonly Service[] = [
  { idKind: 'lb', name: 'slb', describe: (id) => `Created by SLB for ${id}`, eip: 0 },
  { idKind: 'nlb', name: 'nlb', describe: (id) => `NLB ${id}`, eip: 0.4 },
  { idKind: 'alb', name: 'alb', describe: (id) => `ALB ${id}`, eip: 0.4 },
  { idKind: 'ngw', name: 'nat', describe: (id) => `NAT Gateway ${id}`, eip: 0.8, keepsEip: 'Nat' },
  { idKind: 'rm', name: 'rds', ownName: 'rds-eni', describe: (id) => `RDS ${id}`, eip: 0 },
  { idKind: 'pc', name: 'polardb', describe: (id) => `PolarDB ${id}`, eip: 0 },
  { idKind: 'fc', name: 'fc', ownName: 'fc-eni', describe: (id) => `Function Compute ${id}`, eip: 0 },
  { idKind: 'ep', name: 'privatelink', describe: (id) => `PrivateLink endpoint ${id}`, eip: 0 },
  { idKind: 'r', name: 'redis', describe: (id) => `Redis ${id}`, eip: 0 },
];

/** Ids of distributors; two of them do not fit a double. */
const SERVICE_IDS = ['12345678910', '9007199254740993123', '1234567890123456789', '26842'];

/** One to three ENIs that a cloud service made and owns: no InstanceId, its name only in the description. */
export function addManagedEnis(builder: CellBuilder, vSwitch: VSwitch, budget: number): boolean {
  const { prng } = builder;
  const service = prng.pick(SERVICES);
  const id = newId(builder, service.idKind);
  const count = Math.min(budget, prng.int(1, 3));
  const tags = prng.chance(0.4) ? workloadTags(prng, pickWorkload(prng, vSwitch.vpc.env)) : [];
  for (let i = 0; i < count; i += 1) {
    const given = prng.chance(0.3) ? `${service.name}-${prng.text(6)}` : '';
    const ipv6 = prng.chance(0.2);
    const hasEip = prng.chance(service.eip);
    const eni = addEni(builder, vSwitch, {
      type: 'Secondary',
      name: service.ownName ?? given,
      description: service.describe(id),
      serviceId: prng.pick(SERVICE_IDS),
      tags,
      ipv6,
      ...(hasEip && !service.keepsEip ? { eipAt: 0 } : {}),
    });
    if (!eni) return i > 0;
    if (hasEip && service.keepsEip) {
      const { address, allocationId } = newEip(builder, 0);
      builder.cell.looseEips.push({ address, allocationId, boundTo: { type: service.keepsEip, id } });
    }
  }
  return true;
}
