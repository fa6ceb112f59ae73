import 'server-only';
import type { Eni } from '@/lib/eni/eni';
import { type NameIds, type NameKind, type NameOf, nameIdsOf } from '@/lib/eni/names';
import type { Caveat } from '@/lib/eni/page';
import { byPlace } from '@/lib/export/copy-as-groups';
import type { Trace } from '../aliyun/upstream';
import { DEADLINE } from '../http/handler';
import { namesOf } from '../names';
import { type GrantedScope, partOf } from '../scope';
import { timeLimit } from '../time-limit';

/** The names for a file's name columns, read page by page; each id is looked up once. */
export class ExportNames {
  private readonly names = new Map<string, string | null>();
  /** Kinds that a place refuses, as `account/region kind`: they are not requested again. */
  private readonly refused = new Set<string>();

  constructor(
    private readonly scope: GrantedScope,
    private readonly kinds: readonly NameKind[],
    private readonly trace: Trace,
  ) {}

  readonly nameOf: NameOf = (id) => this.names.get(id) ?? null;

  /**
   * Reads the names of these ENIs that are not known yet. Those that cannot be read stay empty, and a caveat says so.
   */
  async read(enis: readonly Eni[]): Promise<{ calls: number; caveats: Caveat[] }> {
    const read = { calls: 0, caveats: [] as Caveat[] };
    if (this.kinds.length === 0) return read;
    for (const there of byPlace(enis).values()) {
      const { calls, caveats } = await this.readPlace(there);
      read.calls += calls;
      read.caveats.push(...caveats);
    }
    return read;
  }

  /** @param enis of one account and region, at least one */
  private async readPlace(enis: readonly Eni[]): Promise<{ calls: number; caveats: Caveat[] }> {
    const { account = '', region = '' } = enis[0] ?? {};
    const ids: NameIds = {};
    for (const kind of this.kinds) {
      if (this.refused.has(`${account}/${region} ${kind}`)) continue;
      const unknown = new Set(
        enis.flatMap((eni) => nameIdsOf(eni)[kind]).filter((id) => !this.names.has(id)),
      );
      if (unknown.size > 0) ids[kind] = [...unknown];
    }
    if (Object.keys(ids).length === 0) return { calls: 0, caveats: [] };
    const place = partOf(this.scope, (cell) => cell.account.name === account && cell.region === region);
    const limit = timeLimit(DEADLINE, this.trace.signal);
    const trace: Trace = { ...this.trace, signal: limit.signal, calls: [] };
    try {
      const { items, unavailable } = await namesOf(place, ids, trace);
      for (const { id, name } of items) this.names.set(id, name);
      for (const { kind, code } of unavailable)
        if (code === 'cloud_forbidden') this.refused.add(`${account}/${region} ${kind}`);
      return {
        calls: trace.calls.filter(({ cached }) => !cached).length,
        caveats: unavailable.map(({ action }) => ({ code: 'names_unknown', account, region, action })),
      };
    } finally {
      limit.clear();
    }
  }
}
