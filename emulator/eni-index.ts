import { formatIpv4 } from './estate/addresses';
import type { Cell, Eni } from './estate/model';

type Indexed =
  | 'id'
  | 'vSwitch'
  | 'vpc'
  | 'instance'
  | 'securityGroup'
  | 'name'
  | 'primaryIp'
  | 'secondaryIp'
  | 'ipv6';

const KEYS_OF: Record<Indexed, (eni: Eni) => readonly string[]> = {
  id: (eni) => [eni.id],
  vSwitch: (eni) => [eni.vSwitch.id],
  vpc: (eni) => [eni.vSwitch.vpc.id],
  instance: (eni) => {
    const instance = eni.instance ?? eni.memberOf?.instance;
    return instance ? [instance.id] : [];
  },
  // The real filter does not see primary ENIs: DescribeInstances has those.
  securityGroup: (eni) => (eni.type === 'Primary' ? [] : eni.securityGroupIds),
  name: (eni) => [eni.name],
  primaryIp: (eni) => [formatIpv4(eni.addresses[0] ?? 0)],
  secondaryIp: (eni) => eni.addresses.slice(1).map(formatIpv4),
  ipv6: (eni) => eni.ipv6,
};

/** ENIs of a cell by the keys of calls. Each index is built on first use, and again when the cell has changed. */
export class EniIndex {
  private readonly maps = new Map<Indexed, Map<string, Eni[]>>();
  private version = 0;

  constructor(private readonly cell: Cell) {}

  /** Builds the indexes that listings use, so that no first call is slower than the others. */
  warm(): void {
    for (const field of ['id', 'vSwitch', 'vpc'] as const) this.mapOf(field);
  }

  /** The ENIs with any of the keys, each once. */
  find(field: Indexed, keys: readonly string[]): Eni[] {
    const map = this.mapOf(field);
    if (keys.length === 1) return map.get(keys[0] ?? '') ?? [];
    return [...new Set(keys.flatMap((key) => map.get(key) ?? []))];
  }

  private mapOf(field: Indexed): Map<string, Eni[]> {
    if (this.version !== this.cell.version) {
      this.maps.clear();
      this.version = this.cell.version;
    }
    let map = this.maps.get(field);
    if (!map) {
      map = new Map();
      for (const eni of this.cell.enis) {
        for (const key of KEYS_OF[field](eni)) {
          const list = map.get(key);
          if (list) list.push(eni);
          else map.set(key, [eni]);
        }
      }
      this.maps.set(field, map);
    }
    return map;
  }
}

const indexes = new WeakMap<Cell, EniIndex>();

/** The index of a cell, made on first use. */
export function indexOf(cell: Cell): EniIndex {
  let index = indexes.get(cell);
  if (!index) {
    index = new EniIndex(cell);
    indexes.set(cell, index);
  }
  return index;
}
