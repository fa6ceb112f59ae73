import { VALUES_A_CALL } from '@/lib/eni/api-limits';
import { isSendableName, type RequestParams } from '../reading/sendable';
import type { BlockFinder } from './blocks';
import { callsToRead, callsToReadBlock, priceOf, sum, within } from './price';
import { type AskValue, mayBeEip } from './values';

/** The facts about a place that decide how to ask it. */
export type PlaceFacts = {
  /** How many ENIs it has, by the API's own count; null where the API does not say. */
  enis: number | null;
  /** It is already known what the requested EIPs are on: a value that is left over is no EIP. */
  knowsEips: boolean;
  /** Its vSwitches by address, once they have been listed. */
  vSwitches: BlockFinder | 'unlisted' | 'denied';
};

/** Calls under one filter of DescribeNetworkInterfaces, and the values that they settle. */
export type Ask = { params: RequestParams; values: readonly AskValue[]; calls: number };

/**
 * How a place is asked.
 * - `read`: all of its ENIs are read, which settles every value.
 * - `list`: its vSwitches are to be listed first; how many calls the addresses take depends on them.
 * - `ask`: these filters; `open` are values that they do not settle, and `price` the calls that would, null where that
 *   is not known.
 */
export type AskPlan =
  | { how: 'read'; calls: number }
  | { how: 'list' }
  | { how: 'ask'; asks: Ask[]; calls: number; open: AskValue[]; price: number | null };

const isAddress = ({ form }: AskValue) => form === 'ipv4' || form === 'ipv6';

/** Whether no filter of the API finds the value, so that only reading settles it. */
export function needsReading({ form, value }: AskValue, { knowsEips }: PlaceFacts): boolean {
  switch (form) {
    case 'mac':
    case 'rg':
    case 'id':
      return true;
    case 'allocation':
      return !knowsEips;
    case 'ipv4':
      return !knowsEips && mayBeEip(value);
    case 'name':
      return !isSendableName(value);
    default:
      return false;
  }
}

function batches(values: readonly AskValue[], paramsOf: (some: string[]) => RequestParams): Ask[] {
  return Array.from({ length: Math.ceil(values.length / VALUES_A_CALL) }, (_, at) => {
    const some = values.slice(at * VALUES_A_CALL, (at + 1) * VALUES_A_CALL);
    return { params: paramsOf(some.map(({ value }) => value)), values: some, calls: 1 };
  });
}

/** The filter that takes a value by itself, and the most calls that it then takes; null where none does. */
function ownAsk(each: AskValue): Ask | null {
  const { form, value } = each;
  const one = (params: RequestParams, calls = 1): Ask => ({ params, values: [each], calls });
  switch (form) {
    case 'ipv4':
      return one({ PrimaryIpAddress: value });
    case 'instance':
      return one({ InstanceId: value });
    case 'vswitch':
      return one({ VSwitchId: value });
    case 'vpc':
      return one({ VpcId: value });
    // It leaves primary ENIs out: where it finds none, the group's instances are asked for, and their ENIs.
    case 'sg':
      return one({ SecurityGroupId: value }, 3);
    case 'name':
      return one({ NetworkInterfaceName: value });
    default:
      return null;
  }
}

/** A value that may be an EIP and is none can be a private address only if a vSwitch has such addresses. */
function isNowhere({ form, value }: AskValue, { vSwitches }: PlaceFacts): boolean {
  const isPublic = form === 'ipv4' && mayBeEip(value);
  return isPublic && typeof vSwitches === 'function' && vSwitches(value).length === 0;
}

function asksOf(all: readonly AskValue[], facts: PlaceFacts): Ask[] {
  const values = all.filter((each) => !isNowhere(each, facts));
  const of = (form: AskValue['form']) => values.filter((each) => each.form === form);
  return [
    ...batches(of('eni'), (NetworkInterfaceId) => ({ NetworkInterfaceId })),
    ...batches(of('ipv4'), (PrivateIpAddress) => ({ PrivateIpAddress })),
    ...batches(of('ipv6'), (Ipv6Address) => ({ Ipv6Address })),
    ...values.flatMap((each) => ownAsk(each) ?? []),
  ];
}

/** The calls that reading the vSwitches which may have delegated a prefix with one of the addresses takes at most. */
function callsForPrefixes(values: readonly AskValue[], { vSwitches }: PlaceFacts): number {
  if (typeof vSwitches !== 'function') return 0;
  const blocks = new Set(values.filter(isAddress).flatMap(({ value }) => vSwitches(value)));
  return [...blocks].reduce((total, block) => total + callsToReadBlock(block), 0);
}

/**
 * The cheapest way to settle values in a place with at most `budget` calls. Values that it leaves open have a price.
 * @param values those that are not settled yet
 */
export function planAsk(values: readonly AskValue[], facts: PlaceFacts, budget: number): AskPlan {
  const readers = values.filter((each) => needsReading(each, facts));
  const others = values.filter((each) => !needsReading(each, facts));
  const whole = callsToRead(facts.enis);
  const asks = asksOf(others, facts);
  const mustList = facts.vSwitches === 'unlisted' && others.some(isAddress);
  const calls = sum(asks) + (mustList ? 1 : callsForPrefixes(others, facts));
  if (values.length > 0 && whole <= budget && (readers.length > 0 || whole <= calls))
    return { how: 'read', calls: whole };
  if (mustList) return { how: 'list' };
  const { taken, left, spent } = within(asks, budget);
  const missed = new Set(left.flatMap((ask) => ask.values));
  const open = [...readers, ...others.filter((each) => missed.has(each))];
  const price = readers.length > 0 ? whole : Math.min(whole, sum(left));
  return { how: 'ask', asks: taken, calls: spent, open, price: priceOf(open, price) };
}
