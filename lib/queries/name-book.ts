import { NAME_KINDS, type NameKind, type Names, nameKindOf } from '@/lib/eni/names';
import { keyIn } from '@/lib/eni/place';
import { halvesOf, type NameBatch, type NameWish, nameBatches } from './name-batches';
import { problemOf } from './problem-of';

/** Rows come one after another while a page is drawn; what is wanted within so many ms is asked for together. */
const GATHER = 60;
const MINUTE = 60_000;
/** How long a name, or that there is none, is taken for true. An old name goes on being shown until a new one is here. */
const FRESH = 30 * MINUTE;
/** How long a kind is not asked for where a permission is missing, and where something else was the matter. */
const REFUSED = 15 * MINUTE;
const FAILED = MINUTE;
/** Requests under way. */
const AT_ONCE = 3;

type Pause = { until: number; action: string | null };

/**
 * The names that this browser knows, by id; ids are unique over accounts and regions. It is told what is on the screen
 * and asks for what it does not know, in batches. A plain map and not a query an id: cells are drawn by the thousand.
 */
export class NameBook {
  private readonly known = new Map<string, { name: string | null; until: number }>();
  /** Requested ids that do not exist there, by place and id. */
  private readonly absent = new Map<string, number>();
  private readonly waiting = new Map<string, NameWish>();
  private readonly asking = new Set<string>();
  private readonly pauses = new Map<string, Pause>();
  private readonly listeners = new Set<() => void>();
  private batches: NameBatch[] = [];
  private running = 0;
  private timer: ReturnType<typeof setTimeout> | null = null;

  /** Another number whenever something has come. */
  version = 0;

  constructor(private readonly ask: (batch: NameBatch) => Promise<Names>) {}

  /** The name of an id, null where it has none or is not known. */
  nameOf = (id: string): string | null => this.known.get(id)?.name ?? null;

  subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  /** Ids on the screen. Those that are known, under way, or were refused a short while ago are not requested. */
  want(wishes: Iterable<NameWish>): void {
    const now = Date.now();
    for (const wish of wishes) if (this.isDue(wish, now)) this.waiting.set(keyOf(wish), wish);
    if (this.waiting.size > 0) this.timer ??= setTimeout(() => this.gather(), GATHER);
  }

  /** Whether all of these have been answered for, by a name, by none, or by a refusal; none is under way. */
  isSettled(wishes: readonly NameWish[]): boolean {
    const now = Date.now();
    return wishes.every((wish) => !this.asking.has(keyOf(wish)) && !this.isDue(wish, now));
  }

  /** The RAM actions to grant for the names of an account and region, in one text parted by commas; "" for none. */
  refusedActions(account: string, region: string): string {
    return NAME_KINDS.flatMap((kind) => this.pauses.get(placeOf(account, region, kind))?.action ?? []).join();
  }

  private isDue({ account, region, id }: NameWish, now: number): boolean {
    const kind = nameKindOf(id);
    if (kind === null || (this.known.get(id)?.until ?? 0) > now) return false;
    const key = keyOf({ account, region, id });
    if (this.asking.has(key) || (this.absent.get(key) ?? 0) > now) return false;
    return (this.pauses.get(placeOf(account, region, kind))?.until ?? 0) <= now;
  }

  private gather(): void {
    this.timer = null;
    const now = Date.now();
    const wishes = [...this.waiting.values()].filter((wish) => this.isDue(wish, now));
    this.waiting.clear();
    for (const wish of wishes) this.asking.add(keyOf(wish));
    this.batches.push(...nameBatches(wishes));
    while (this.running < AT_ONCE && this.batches.length > 0) void this.work();
  }

  private async work(): Promise<void> {
    this.running += 1;
    for (let batch = this.batches.shift(); batch; batch = this.batches.shift()) await this.read(batch);
    this.running -= 1;
  }

  private async read(batch: NameBatch): Promise<void> {
    const { account, region, ids } = batch;
    const now = Date.now();
    try {
      const { items, unavailable } = await this.ask(batch);
      for (const { id, name } of items) this.known.set(id, { name, until: now + FRESH });
      const failed = new Set(unavailable.map(({ kind }) => kind));
      for (const { kind, action, code } of unavailable) {
        const isRefused = code === 'cloud_forbidden';
        this.pause(account, region, kind, {
          until: now + (isRefused ? REFUSED : FAILED),
          action: isRefused ? action : null,
        });
      }
      const found = new Set(items.map(({ id }) => id));
      for (const [kind, some] of entriesOf(ids)) {
        if (failed.has(kind)) continue;
        this.pauses.delete(placeOf(account, region, kind));
        for (const id of some)
          if (!found.has(id)) this.absent.set(keyOf({ account, region, id }), now + FRESH);
      }
    } catch (error) {
      const halves = problemOf(error)?.status === 400 ? halvesOf(batch) : [];
      if (halves.length > 1) {
        // One of them is the matter: the others are asked for without it.
        this.batches.unshift(...halves);
        return;
      }
      // Names are an extra: ids do without, and the rows report themselves that the dashboard does not answer.
      for (const [kind] of entriesOf(ids))
        this.pause(account, region, kind, { until: now + FAILED, action: null });
    }
    for (const [, some] of entriesOf(ids))
      for (const id of some) this.asking.delete(keyOf({ account, region, id }));
    this.version += 1;
    for (const listener of this.listeners) listener();
  }

  private pause(account: string, region: string, kind: NameKind, pause: Pause): void {
    this.pauses.set(placeOf(account, region, kind), pause);
  }
}

function keyOf({ account, region, id }: NameWish): string {
  return keyIn({ account, region }, id);
}

function placeOf(account: string, region: string, kind: NameKind): string {
  return `${account}/${region} ${kind}`;
}

function entriesOf(ids: NameBatch['ids']): [NameKind, string[]][] {
  return NAME_KINDS.flatMap((kind) => (ids[kind] ? [[kind, ids[kind]]] : []));
}
