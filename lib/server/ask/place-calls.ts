import 'server-only';
import { VALUES_A_CALL } from '@/lib/eni/api-limits';
import type { AskedEip } from '@/lib/eni/ask';
import type { Eni } from '@/lib/eni/eni';
import { type Problem, ProblemError } from '@/lib/eni/problem';
import { type BlockFinder, blockFinder } from '@/lib/search/ask/blocks';
import { MOST_HITS } from '@/lib/search/ask/hits';
import type { Ask } from '@/lib/search/ask/plan';
import { type AskValue, mayBeEip } from '@/lib/search/ask/values';
import type { RequestParams } from '@/lib/search/reading/sendable';
import { figuresOf } from '@/lib/usage/figures';
import type { Cell } from '../aliyun/client';
import { describeEips, type EipKey } from '../aliyun/describe-eip-addresses';
import {
  describeInstanceEnis,
  describeInstancesNamed,
  describePrimaryEniIds,
} from '../aliyun/describe-instances';
import {
  countNetworkInterfaces,
  describeNetworkInterfaces,
  firstNetworkInterfaces,
} from '../aliyun/describe-network-interfaces';
import { describeVSwitches } from '../aliyun/describe-v-switches';
import { MOST_IDS } from '../aliyun/named-pages';
import type { Trace } from '../aliyun/upstream';

/**
 * The ENIs that a filter finds. `total` is how many match it, where only the first of them came and the API counts
 * them.
 */
export type Filtered = { enis: Eni[]; total: number | null };

/**
 * The calls for asking a place. Those that do not list ENIs may be denied: then their result is null, and `denied` and
 * `problem` say why.
 */
export class PlaceCalls {
  /** RAM actions that are not granted. */
  readonly denied = new Set<string>();
  /** Any other failure of a call that we can do without. */
  problem: Problem | null = null;

  constructor(
    private readonly cell: Cell,
    private readonly trace: Trace,
  ) {}

  count(): Promise<number | null> {
    return countNetworkInterfaces(this.cell, {}, this.trace);
  }

  /** The EIPs among these values that the place has. */
  eips(values: readonly AskValue[]): Promise<AskedEip[] | null> {
    const keys = values.flatMap(({ form, value }): EipKey[] =>
      form === 'allocation'
        ? [{ AllocationId: value }]
        : form === 'ipv4' && mayBeEip(value)
          ? [{ EipAddress: value }]
          : [],
    );
    if (keys.length === 0) return Promise.resolve([]);
    return this.optional('vpc:DescribeEipAddresses', (trace) => describeEips(this.cell, keys, trace));
  }

  /** The ids of the instances with this name. */
  instancesNamed(name: string): Promise<string[] | null> {
    return this.optional('ecs:DescribeInstances', (trace) => describeInstancesNamed(this.cell, name, trace));
  }

  /** The ENIs that these instances have, as calls to make: by their ids in one call, or instance by instance. */
  async enisOf(instanceIds: readonly string[]): Promise<AskValue[]> {
    const one = instanceIds.map((value): AskValue => ({ form: 'instance', value }));
    if (instanceIds.length <= 1) return one;
    const some = instanceIds.slice(0, MOST_IDS);
    const known = await this.optional('ecs:DescribeInstances', (trace) =>
      describeInstanceEnis(this.cell, some, trace),
    );
    if (known === null) return one;
    const enis = known.map((value): AskValue => ({ form: 'eni', value }));
    return [...enis, ...one.slice(MOST_IDS)];
  }

  /** The vSwitches of the place by the addresses in their blocks. */
  async vSwitches(): Promise<BlockFinder | null> {
    const listed = await this.optional('vpc:DescribeVSwitches', (trace) =>
      describeVSwitches(this.cell, null, trace),
    );
    if (listed === null) return null;
    return blockFinder(
      listed.map((vSwitch) => ({
        id: vSwitch.id,
        cidrBlock: vSwitch.cidrBlock,
        ipv6CidrBlock: vSwitch.ipv6CidrBlock,
        used: figuresOf(vSwitch).taken,
      })),
    );
  }

  /** The ENIs that a filter finds; null where its result cannot rule a value out. */
  async filtered(ask: Ask): Promise<Filtered | null> {
    try {
      return await this.under(ask.params);
    } catch (error) {
      if (!isUnknownId(error)) throw error;
      // One unknown id among several hides the ENIs that the others would find.
      return ask.values.length > 1 ? null : { enis: [], total: 0 };
    }
  }

  private async under(params: RequestParams): Promise<Filtered | null> {
    if (params.SecurityGroupId !== undefined) return this.ofGroup(params.SecurityGroupId);
    const isFirstEnough = params.VSwitchId ?? params.VpcId ?? params.NetworkInterfaceName;
    if (isFirstEnough !== undefined) return firstNetworkInterfaces(this.cell, params, MOST_HITS, this.trace);
    const enis = await this.whole(params);
    return { enis, total: enis.length };
  }

  /** SecurityGroupId does not find primary ENIs: docs/UPSTREAM.md#security-group. */
  private async ofGroup(groupId: string): Promise<Filtered | null> {
    const params = { SecurityGroupId: groupId };
    const { enis } = await firstNetworkInterfaces(this.cell, params, MOST_HITS, this.trace);
    if (enis.length > 0) return { enis, total: null };
    const primaries = await this.optional('ecs:DescribeInstances', (trace) =>
      describePrimaryEniIds(this.cell, groupId, null, trace),
    );
    if (primaries === null) return null;
    const ids = primaries.eniIds.slice(0, MOST_HITS);
    const isAll = primaries.nextToken === null && ids.length === primaries.eniIds.length;
    const found = ids.length > 0 ? await this.whole({ NetworkInterfaceId: ids }) : [];
    return { enis: found, total: isAll ? found.length : null };
  }

  /** Everything that a narrow filter finds, though the API may spread it over several pages. */
  private async whole(params: RequestParams): Promise<Eni[]> {
    const enis: Eni[] = [];
    const tokens = new Set<string>();
    let token: string | null = null;
    do {
      const page: Awaited<ReturnType<typeof describeNetworkInterfaces>> = await describeNetworkInterfaces(
        this.cell,
        params,
        { token, size: VALUES_A_CALL },
        this.trace,
      );
      enis.push(...page.enis.map(({ eni }) => eni));
      token = page.nextToken;
      if (token !== null && tokens.has(token)) break;
      if (token !== null) tokens.add(token);
    } while (token !== null);
    return enis;
  }

  private async optional<T>(action: string, call: (trace: Trace) => Promise<T>): Promise<T | null> {
    try {
      return await call({ ...this.trace, isExtra: true });
    } catch (error) {
      if (!(error instanceof ProblemError)) throw error;
      if (error.problem.code === 'cloud_forbidden') this.denied.add(error.problem.action ?? action);
      else this.problem ??= error.problem;
      return null;
    }
  }
}

/** Whether the API answers with an error that says it does not know a filter's id. docs/UPSTREAM.md#unknown-ids */
function isUnknownId(error: unknown): boolean {
  return error instanceof ProblemError && /^Invalid\w+Id\.NotFound$/.test(error.problem.upstreamCode ?? '');
}
