import { nameFrom } from '@/lib/export/export-name';
import { EXPORT_FORMATS, type ExportOptions } from '@/lib/export/export-options';
import { type ExportSummary, readTail, TAIL_BYTES } from '@/lib/export/export-tail';
import { isTextFormat } from '@/lib/export/export-text';
import { mendingOf, RowCounter } from '@/lib/export/row-counter';
import { refusalOf } from '@/lib/queries/fetch-json';
import { reach } from '@/lib/queries/foreign-answer';

/** How far a download has come. Rows cannot be counted in a compressed format. */
export type Progress = { rows: number | null; bytes: number };

/**
 * A file that arrived: whole, with its provenance, which may be in a file `beside` it; or cut off, `file` being the
 * part that can be kept.
 */
export type Arrival = Progress & { name: string } & (
    | { isWhole: true; file: Blob; summary: ExportSummary; beside?: { name: string; file: Blob } }
    | { isWhole: false; file: Blob | null }
  );

const tailOf = async (file: Blob) => new Uint8Array(await file.slice(-TAIL_BYTES).arrayBuffer());

/**
 * Downloads a file from our own API, piece by piece. `options` are those of the URL, with provenance: without its last
 * lines a file would not show that it was cut off.
 * @throws ProblemError with the server's problem; TypeError if the dashboard cannot be reached; the signal's reason
 */
export async function download(
  url: string,
  options: ExportOptions,
  { signal, onProgress }: { signal: AbortSignal; onProgress: (progress: Progress) => void },
): Promise<Arrival> {
  const response = await reach(url, { signal });
  if (!response.ok) throw await refusalOf(response);
  const { type } = EXPORT_FORMATS[options.format];
  const name = nameFrom(response.headers.get('content-disposition')) ?? `eni-atlas.${options.format}`;
  const counter = isTextFormat(options) ? new RowCounter(options.format) : null;
  const pieces: Uint8Array<ArrayBuffer>[] = [];
  let bytes = 0;
  const progress = (): Progress => ({ rows: counter?.rows ?? null, bytes });
  const reader = response.body?.getReader();
  try {
    for (let read = await reader?.read(); read && !read.done; read = await reader?.read()) {
      pieces.push(read.value);
      bytes += read.value.length;
      counter?.take(read.value);
      onProgress(progress());
    }
  } catch (error) {
    if (signal.aborted) throw error;
  }
  const file = new Blob(pieces, { type });
  const summary = readTail(options.format, await tailOf(file));
  if (summary) return { isWhole: true, name, file, summary, bytes, rows: summary.rows };
  const canKeep = counter !== null && counter.rows > 0 && isTextFormat(options);
  const kept = canKeep ? new Blob([file.slice(0, counter.end), mendingOf(options.format)], { type }) : null;
  return { isWhole: false, name, file: kept, ...progress() };
}
