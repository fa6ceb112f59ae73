import 'server-only';
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import type { AuditAnswer, AuditCounts, AuditRecord } from '@/lib/audit/audit-answer';
import { type AuditLine, auditKindOf, auditLineSchema } from '@/lib/audit/audit-line';
import { type AuditSearch, accountsOfLine, keepsLine, whoOfLine } from '@/lib/audit/audit-search';
import { trailFiles } from './last-seq';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
/** The most records of each kind that an answer has. */
const MOST_RECORDS = 200;
/** The most values of a facet. */
const MOST_VALUES = 50;

/** When a line was written, without parsing the rest of it. */
const TIME = /^\{"v":1,"ts":"([^"]{24})"/;

/** The start of a day in ms since the epoch, on a clock that is this many minutes ahead of UTC. */
export function startOfDay(day: string, utcOffset: number): number {
  return Date.parse(`${day}T00:00:00Z`) - utcOffset * 60_000;
}

/** The current day on such a clock. */
export function dayAt(now: number, utcOffset: number): string {
  return new Date(now + utcOffset * 60_000).toISOString().slice(0, 10);
}

class Counts {
  private readonly counts = new Map<string, number>();

  add(value: string): void {
    this.counts.set(value, (this.counts.get(value) ?? 0) + 1);
  }

  toList(): AuditCounts {
    const all = [...this.counts].map(([value, count]) => ({ value, count }));
    return all.sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1)).slice(0, MOST_VALUES);
  }
}

/** The latest of many, the last added first. */
class Latest {
  total = 0;
  private records: AuditRecord[] = [];

  add(record: AuditRecord): void {
    this.total++;
    this.records.push(record);
    if (this.records.length >= 2 * MOST_RECORDS) this.records = this.records.slice(-MOST_RECORDS);
  }

  toList(): AuditRecord[] {
    return this.records.slice(-MOST_RECORDS).reverse();
  }
}

/** The records of a day, gathered line by line in the order in which they were written. */
class Day {
  private readonly notable = new Latest();
  private readonly others = new Latest();
  private readonly kinds = new Counts();
  private readonly who = new Counts();
  private readonly accounts = new Counts();
  private readonly auths = new Counts();
  private readonly hours = Array.from({ length: 24 }, () => ({ looks: 0, exports: 0, denials: 0 }));
  /** Long answers that have not ended, by the id of their request. */
  private readonly open = new Map<string, AuditRecord>();
  private firstSeq: number | null = null;
  private lastSeq: number | null = null;
  private missing = 0;
  private records = 0;
  private exports = 0;
  private denials = 0;

  constructor(
    private readonly search: AuditSearch,
    private readonly start: number,
  ) {}

  add(line: AuditLine): void {
    if (this.lastSeq !== null && line.seq > this.lastSeq + 1) this.missing += line.seq - this.lastSeq - 1;
    this.firstSeq ??= line.seq;
    this.lastSeq = line.seq;
    const ended = line.action.endsWith('.end') ? this.open.get(line.reqId) : undefined;
    if (ended) {
      ended.end = line;
      this.open.delete(line.reqId);
      return;
    }
    this.records++;
    if (!keepsLine(this.search, line)) return;
    const kind = auditKindOf(line);
    const record: AuditRecord = { line, kind, end: null };
    if (line.action.endsWith('.start')) this.open.set(line.reqId, record);
    this.count(record);
    if (kind === 'denied' || kind === 'exported') this.notable.add(record);
    else this.others.add(record);
  }

  private count({ line, kind }: AuditRecord): void {
    this.kinds.add(kind);
    const who = whoOfLine(line);
    if (who !== null) this.who.add(JSON.stringify([who, line.user?.name ?? line.token]));
    for (const account of accountsOfLine(line)) this.accounts.add(account);
    this.auths.add(line.auth);
    const hour = this.hours[Math.floor((Date.parse(line.ts) - this.start) / HOUR)];
    if (!hour) return;
    if (kind === 'exported') hour.exports++;
    else if (kind === 'denied') hour.denials++;
    else hour.looks++;
    if (kind === 'exported') this.exports++;
    if (kind === 'denied') this.denials++;
  }

  toAnswer(): Pick<AuditAnswer, 'notable' | 'others' | 'totals' | 'all' | 'facets' | 'hours'> {
    const { firstSeq, lastSeq, missing, records, exports, denials } = this;
    return {
      notable: this.notable.toList(),
      others: this.others.toList(),
      totals: { notable: this.notable.total, others: this.others.total, exports, denials },
      all: { records, firstSeq, lastSeq, missing },
      facets: {
        kind: this.kinds.toList(),
        who: this.who.toList(),
        account: this.accounts.toList(),
        auth: this.auths.toList(),
      },
      hours: this.hours,
    };
  }
}

/** The lines of a file as they were written, without torn lines and lines of an unknown version. */
async function* linesOf(path: string): AsyncGenerator<string, void> {
  const lines = createInterface({ input: createReadStream(path), crlfDelay: Number.POSITIVE_INFINITY });
  for await (const line of lines) if (TIME.test(line)) yield line;
}

function parseLine(text: string): AuditLine | null {
  try {
    return auditLineSchema.safeParse(JSON.parse(text)).data ?? null;
  } catch {
    return null;
  }
}

const timeOf = (line: string) => TIME.exec(line)?.[1] ?? '';

/** The files of a trail, oldest first, with the facts about each that need no full reading. */
async function filesOf(path: string) {
  const all = await Promise.all(
    trailFiles(path).map(async (file) => {
      const found = await stat(file).catch(() => null);
      if (!found?.isFile()) return null;
      let since: string | null = null;
      for await (const line of linesOf(file)) {
        since = timeOf(line);
        break;
      }
      return { file, bytes: found.size, changed: found.mtimeMs, since };
    }),
  );
  return all.filter((each) => each !== null).sort((a, b) => ((a.since ?? '~') < (b.since ?? '~') ? -1 : 1));
}

/**
 * A day of the audit trail, read line by line from its files, which are not kept in memory.
 * @param utcOffset how many minutes the asker's clock is ahead of UTC
 */
export async function readAudit(
  path: string,
  search: AuditSearch,
  { utcOffset, now }: { utcOffset: number; now: number },
): Promise<Omit<AuditAnswer, 'isWritable' | 'tokensEnding'>> {
  const day = search.day ?? dayAt(now, utcOffset);
  const start = startOfDay(day, utcOffset);
  const [from, to] = [new Date(start).toISOString(), new Date(start + DAY).toISOString()];
  const files = await filesOf(path);
  const found = new Day(search, start);
  for (const { file, since, changed } of files) {
    if (since === null || since >= to || changed < start) continue;
    for await (const text of linesOf(file)) {
      const at = timeOf(text);
      if (at < from || at >= to) continue;
      const line = parseLine(text);
      if (line) found.add(line);
    }
  }
  return {
    day,
    ...found.toAnswer(),
    files: {
      count: files.length,
      bytes: files.reduce((sum, { bytes }) => sum + bytes, 0),
      since: files[0]?.since ?? null,
    },
  };
}
