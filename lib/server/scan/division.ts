import 'server-only';
import type { Part } from '@/lib/search/reading/parts';
import type { EniRow } from '../aliyun/eni-row';
import type { Division } from './state';

/** A query that is read in parallel parts: the parts not begun yet, and whether as many rows came as the API counts. */
export class OpenDivision {
  readonly by: Division['by'];
  private begun: Division['begun'];
  private least: number;
  private most: number;
  private read: number;
  /** Ids already given, for reading everything again; only those that this process gave. */
  private readonly given = new Set<string>();

  /**
   * @param parts in their order; null where another replica listed them
   * @param started when the scan began, ms since the epoch
   */
  constructor(
    { by, begun, least, most, read }: Division,
    public parts: readonly Part[] | null,
    private readonly started: number,
  ) {
    this.by = by;
    this.begun = begun;
    this.least = least;
    this.most = most;
    this.read = read;
  }

  /** ENIs in all, by the highest count. */
  get total(): number {
    return this.most;
  }

  /** The first part that has not begun. */
  get nextPart(): Part | null {
    return this.parts?.find(({ order }) => this.begun === null || order > this.begun) ?? null;
  }

  /** How many rows are missing, by the lower of the earlier counts and the current one; 0 or less where none is. */
  missing(now = this.least): number {
    return Math.min(this.least, now) - this.read;
  }

  /** All counts are equal: as far as they tell, no ENI has come or gone. */
  get isSteady(): boolean {
    return this.least === this.most;
  }

  begin(part: Part): void {
    this.begun = part.order;
  }

  /** Notes a row that is given. A row created after the count was not counted. */
  give(eni: EniRow): void {
    this.given.add(eni.id);
    const isNew = eni.creationTime !== null && Date.parse(eni.creationTime) > this.started;
    if (!isNew) this.read++;
  }

  hasGiven(eni: EniRow): boolean {
    return this.given.has(eni.id);
  }

  /** Notes a page: rows without an id, which cannot be given, and the count that it came with. */
  sawPage(withoutId: number, total: number | null): void {
    this.read += withoutId;
    if (total === null) return;
    this.least = Math.min(this.least, total);
    this.most = Math.max(this.most, total);
  }

  toState(): Division {
    const { by, begun, least, most, read } = this;
    return { by, begun, least, most, read };
  }
}
