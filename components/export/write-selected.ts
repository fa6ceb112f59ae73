import { serverNow } from '@/lib/clock/server-clock';
import type { Eni } from '@/lib/eni/eni';
import { NO_NAMES } from '@/lib/eni/names';
import { exportName } from '@/lib/export/export-name';
import { columnsOf, EXPORT_FORMATS } from '@/lib/export/export-options';
import type { ExportEnd } from '@/lib/export/export-provenance';
import { type TextOptions, textWriter } from '@/lib/export/export-text';
import { rowsOf } from '@/lib/export/rows';
import type { PodBook } from '@/lib/pods/pod-book';
import { podNamesOf } from '@/lib/pods/pods-of-eni';
import { linkOf } from '@/lib/search/link/link';
import { toEniQueryString } from '@/lib/search/params';
import type { Reading } from '@/lib/search/reading/merge';
import type { Search } from '@/lib/search/search';
import type { Arrival } from './download';

/** A file written here, of rows already read. It states that it is a selection, and of which search. */
export function writeSelected(
  selected: readonly Eni[],
  options: TextOptions,
  { search, reading, book }: { search: Search; reading: Reading; book: PodBook },
): Arrival {
  const now = new Date(serverNow()).toISOString();
  const rows = rowsOf(selected, options.shape, NO_NAMES, (eni, address) => podNamesOf(book, eni, address));
  const scope = {
    accounts: [...new Set(selected.map(({ account }) => account))],
    regions: [...new Set(selected.map(({ region }) => region))],
  };
  const end: ExportEnd = {
    finished: now,
    asOf: reading.asOf ?? now,
    rows: rows.length,
    enis: selected.length,
    scanned: selected.length,
    calls: 0,
    complete: true,
    stopped: null,
    failures: [],
    caveats: [],
  };
  const { begin, write, finish } = textWriter(options);
  const start = {
    search: toEniQueryString(search),
    link: linkOf(window.location.href),
    selected: selected.length,
    scope,
    format: options.format,
    shape: options.shape,
    columns: columnsOf(options),
    started: now,
  };
  const file = new Blob([begin(start), write(rows), finish(end)], {
    type: EXPORT_FORMATS[options.format].type,
  });
  const summary = { rows: rows.length, complete: true, stopped: null, failures: [], caveats: [] };
  return {
    isWhole: true,
    name: exportName(scope, options, now),
    file,
    summary,
    bytes: file.size,
    rows: rows.length,
  };
}
