import 'server-only';
import type { Eni } from '@/lib/eni/eni';

/** The texts of rows in one piece of memory, separated by commas. */
export type RowBytes = { bytes: Buffer };

/**
 * An ENI as the JSON in which it is sent, in UTF-8, with the values needed to read it in order. Rows of an upstream
 * page share their memory.
 */
export class EniRow {
  private known: Eni | null = null;

  constructor(
    readonly account: string,
    readonly region: string,
    readonly id: string,
    readonly type: string | null,
    readonly creationTime: string | null,
    /** The memory, and where in it this row begins and ends. */
    readonly page: RowBytes,
    readonly from: number,
    readonly to: number,
  ) {}

  /** The ENI itself, for a caller that has to look at it. Parsed on first use. */
  get eni(): Eni {
    this.known ??= this.toJSON();
    return this.known;
  }

  toJSON(): Eni {
    return JSON.parse(this.page.bytes.toString('utf8', this.from, this.to)) as Eni;
  }
}

/** An ENI as a row. */
export function toRow(eni: Eni): EniRow {
  const { account, region, id, type, creationTime } = eni;
  const bytes = Buffer.from(JSON.stringify(eni));
  return new EniRow(account, region, id, type, creationTime, { bytes }, 0, bytes.length);
}
