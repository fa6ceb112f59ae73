import type { Eni } from '@/lib/eni/eni';
import type { DiscoveredAddress } from '@/lib/eni/told';
import type { RuleId } from '@/lib/findings/rule-ids';
import type { Picture } from '@/lib/usage/map/picture';
import type { AddressState } from '@/lib/usage/occupancy';

/** What is known of one cell: an IPv4 address, or a /80 of a vSwitch's IPv6 /64. */
export type CellFacts = {
  address: string;
  state: AddressState | 'addresses';
  eni: Eni | null;
  /** The holder that VPC IPAM reports if no ENI holds it. */
  resource?: DiscoveredAddress | null;
  eip: string | null;
  /** The findings of the rules on its ENI, the worst first. */
  rules?: readonly RuleId[];
  /** The pods that have it to themselves, according to kubectl output that people gave. */
  pods?: readonly string[];
  /** How many single addresses a /80 holds. */
  held?: number;
};

export type GoToProblem = 'unreadable' | 'unreadable6' | 'outside';

/** The content of a map. Cells are identified by their place, from 0. */
export type MapSource = {
  family: 4 | 6;
  size: number;
  /** The CIDR, as people read it. */
  cidr: string;
  picture: Picture;
  captionOf: (square: number) => string;
  rowLabelOf: (row: number) => string;
  /** The address that a cell begins with. */
  addressAt: (at: number) => string;
  /** The cell of an address, or what is wrong with the text. */
  find: (text: string) => number | GoToProblem;
  factsAt: (at: number) => CellFacts;
  /** The same as one sentence to be read out. */
  sayAt: (at: number) => string;
  /** The next free cell after one, and the next whole free /28; null where there is none. */
  nextFree: (at: number) => number | null;
  nextFreeBlock: ((at: number) => number | null) | null;
  /** Cells in conflict, or of an ENI with findings; in order. */
  marked: readonly number[];
};
