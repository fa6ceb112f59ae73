import 'server-only';
import type { EnisPage, UpstreamCall } from '@/lib/eni/page';
import { ProblemError } from '@/lib/eni/problem';
import { nameKindsIn } from '@/lib/export/export-columns';
import { contentDisposition, exportName } from '@/lib/export/export-name';
import { columnsOf, EXPORT_FORMATS, type ExportOptions } from '@/lib/export/export-options';
import type { ExportEnd, ExportStart } from '@/lib/export/export-provenance';
import { type ExportWriter, isTextFormat, textWriter } from '@/lib/export/export-text';
import { rowsOf } from '@/lib/export/rows';
import { shortQuery } from '@/lib/search/link/compact';
import { toEniQueryString } from '@/lib/search/params';
import type { Search } from '@/lib/search/search';
import type { Trace } from '../aliyun/upstream';
import { type LongAnswer, toProblem } from '../http/handler';
import { isDraining } from '../process/draining';
import type { GrantedScope } from '../scope';
import { timeLimit } from '../time-limit';
import { chunkStream } from './chunk-stream';
import { ExportNames } from './export-names';
import { PagesReader } from './read-pages';
import { Tally } from './tally';
import { MOST_SHEET_ROWS, xlsxWriter } from './xlsx-writer';

/** The longest an export may take, in ms. */
const LONGEST = 30 * 60_000;

/** ENIs written in one go: between two of these, other requests get their turn. */
const BATCH = 250;

function writerOf(options: ExportOptions): ExportWriter<Uint8Array> {
  if (!isTextFormat(options)) return xlsxWriter(options);
  const { begin, write, finish } = textWriter(options);
  return {
    begin: (start) => Buffer.from(begin(start)),
    write: (rows) => Buffer.from(write(rows)),
    finish: (end) => Buffer.from(finish(end)),
  };
}

/** The most calls that the file lists: a long export makes hundreds. */
const MOST_TOLD = 100;

/** `told`: the calls that the log and the audit trail name. */
type Reading = { first: EnisPage; rest: AsyncGenerator<EnisPage, void>; told: UpstreamCall[] };

/** The pages, beginning with the first one, which was read before anything was sent. */
async function* pagesOf({ first, rest, told }: Reading): AsyncGenerator<EnisPage, void> {
  yield first;
  for await (const page of rest) {
    told.push(...page.upstream.slice(0, MOST_TOLD - told.length));
    yield page;
  }
}

class Export {
  readonly tally = new Tally();
  private readonly names: ExportNames;
  stopped: ExportEnd['stopped'] = null;
  end: ExportEnd | null = null;

  constructor(
    scope: GrantedScope,
    private readonly options: ExportOptions,
    private readonly start: ExportStart,
    private readonly trace: Trace,
    private readonly isTimeUp: () => boolean,
    private readonly isSignedOut: () => boolean,
  ) {
    this.names = new ExportNames(scope, nameKindsIn(columnsOf(options)), trace);
  }

  /** The file, piece by piece. A failure after its beginning is reported at its end. */
  async *pieces(reading: Reading): AsyncGenerator<Uint8Array, void> {
    const writer = writerOf(this.options);
    const isTold = this.options.provenance;
    yield writer.begin(isTold ? this.start : null);
    try {
      for await (const page of pagesOf(reading)) {
        this.tally.addExtra(await this.names.read(page.items));
        yield* this.write(writer, page);
        if (this.stopped === null && page.cursor !== null && isDraining())
          this.stopped = { reason: 'shutdown' };
        if (this.stopped) break;
      }
    } catch (error) {
      if (this.trace.signal.aborted && !this.isTimeUp()) throw error;
      this.stopped = this.isTimeUp()
        ? { reason: 'time_limit' }
        : { reason: 'problem', problem: toProblem(error, this.trace).problem };
    }
    this.end = this.tally.toEnd(this.stopped);
    yield writer.finish(isTold ? this.end : null);
  }

  private *write(writer: ExportWriter<Uint8Array>, page: EnisPage): Generator<Uint8Array, void> {
    const { format, shape } = this.options;
    const most = format === 'xlsx' ? MOST_SHEET_ROWS : Number.POSITIVE_INFINITY;
    const enis = this.tally.add(page);
    for (let at = 0; at < enis.length && !this.stopped; at += BATCH) {
      if (this.isSignedOut()) {
        this.stopped = { reason: 'problem', problem: new ProblemError('signed_out').problem };
        return;
      }
      const all = rowsOf(enis.slice(at, at + BATCH), shape, this.names.nameOf);
      const rows = all.slice(0, most - this.tally.rows);
      if (rows.length < all.length) this.stopped = { reason: 'row_limit' };
      this.tally.rows += rows.length;
      yield writer.write(rows);
    }
  }
}

/**
 * All ENIs of a search as a file, `GET /api/enis/export`, written while it is read. Memory holds one page of it, and
 * the ids of the ENIs already written.
 * @param isSignedOut the asker may no longer go on; the rows already sent stay, and the end says that the file is
 *   incomplete
 * @param origin the origin of the dashboard's own pages, for the link
 * @throws ProblemError before anything is sent: nothing of the scope answers
 */
export async function exportEnis(
  search: Search,
  granted: GrantedScope,
  options: ExportOptions,
  asked: { trace: Trace; gone: AbortSignal; origin: string; isSignedOut?: () => boolean },
): Promise<LongAnswer> {
  const started = new Date().toISOString();
  const limit = timeLimit(LONGEST, asked.gone);
  const trace: Trace = { ...asked.trace, signal: limit.signal, calls: [] };
  const pages = new PagesReader(granted, trace, limit.signal).read(search);
  let first: EnisPage;
  try {
    const read = await pages.next();
    if (read.done) throw new Error('a scan without a page');
    first = read.value;
  } catch (error) {
    limit.clear();
    throw error;
  }
  const { scope } = first;
  const told = asked.trace.calls;
  told.push(...first.upstream.slice(0, MOST_TOLD));
  const query = toEniQueryString(search);
  const columns = columnsOf(options);
  const file = new Export(
    granted,
    options,
    {
      search: query,
      link: `${asked.origin}/${query && `?${shortQuery(query)}`}`,
      selected: null,
      scope,
      format: options.format,
      shape: options.shape,
      columns,
      started,
    },
    trace,
    limit.isUp,
    asked.isSignedOut ?? (() => false),
  );
  const { stream, ended } = chunkStream(file.pieces({ first, rest: pages, told }), asked.gone);
  const headers = {
    'content-type': EXPORT_FORMATS[options.format].type,
    'content-disposition': contentDisposition(exportName(scope, options, started)),
    'cache-control': 'no-store',
  };
  return {
    response: new Response(stream, { headers }),
    ended: ended.then(async () => {
      // If no reader took a piece, nothing has ended the scan yet.
      await pages.return();
      limit.clear();
      const { rows = file.tally.rows, calls, complete = false } = file.end ?? {};
      const stopped = file.end ? (file.stopped?.problem?.code ?? file.stopped?.reason) : 'gone';
      return { rows, complete, ...(calls !== undefined && { calls }), ...(stopped && { stopped }) };
    }),
  };
}
