import { afterEach, describe, expect, it, vi } from 'vitest';
import { eniWith } from '@/lib/eni/eni.test-kit';
import { ProblemError } from '@/lib/eni/problem';
import { END, START } from '@/lib/export/export.test-kit';
import { contentDisposition } from '@/lib/export/export-name';
import type { ExportOptions } from '@/lib/export/export-options';
import { type TextOptions, textWriter } from '@/lib/export/export-text';
import { rowsOf } from '@/lib/export/rows';
import { xlsxWriter } from '@/lib/server/export/xlsx-writer';
import { download, type Progress } from './download';

const options = (format: TextOptions['format']): TextOptions => ({
  format,
  shape: 'eni',
  columns: null,
  provenance: true,
});

function fileOf(format: TextOptions['format'], count: number): Uint8Array {
  const { begin, write, finish } = textWriter(options(format));
  const enis = Array.from({ length: count }, (_, i) => eniWith({ id: `eni-${i}`, name: '支付\n"网关"' }));
  const text = begin(START) + write(rowsOf(enis, 'eni')) + finish({ ...END, rows: count });
  return new TextEncoder().encode(text);
}

/** The dashboard sends these bytes in pieces; `cutAt` is where the network cuts the response off. */
function serve(bytes: Uint8Array, cutAt = bytes.length): void {
  let at = 0;
  const body = new ReadableStream<Uint8Array>({
    pull: (controller) => {
      if (at < cutAt) controller.enqueue(bytes.subarray(at, Math.min(cutAt, at + 997)));
      else if (cutAt < bytes.length) controller.error(new TypeError('network error'));
      else controller.close();
      at += 997;
    },
  });
  const headers = { 'content-disposition': contentDisposition('eni-atlas_生产.csv') };
  vi.stubGlobal('fetch', async () => new Response(body, { headers }));
}

const take = (format: TextOptions['format'], onProgress: (progress: Progress) => void = () => {}) =>
  download('/api/enis/export', options(format), { signal: new AbortController().signal, onProgress });

describe('download', () => {
  afterEach(() => vi.unstubAllGlobals());

  it.each(['csv', 'json', 'ndjson'] as const)(
    'takes a whole file of %s, counting its rows',
    async (format) => {
      const bytes = fileOf(format, 50);
      serve(bytes);
      const seen: Progress[] = [];
      const arrival = await take(format, (progress) => seen.push(progress));
      expect(arrival).toMatchObject({
        isWhole: true,
        name: 'eni-atlas_生产.csv',
        rows: 50,
        bytes: bytes.length,
        summary: { complete: false, failures: [{ place: 'prod/cn-beijing', code: 'cloud_forbidden' }] },
      });
      const counts = seen.map(({ rows }) => rows ?? -1);
      expect(counts).toEqual([...counts].sort((a, b) => a - b));
      expect(counts.at(-2)).toBeGreaterThan(0);
    },
  );

  it.each(['csv', 'json', 'ndjson'] as const)(
    'says after how many rows of %s it was cut off',
    async (format) => {
      const bytes = fileOf(format, 50);
      serve(bytes, Math.floor(bytes.length / 2));
      const arrival = await take(format);
      expect(arrival.isWhole).toBe(false);
      expect(arrival.rows).toBeGreaterThan(15);
      const text = (await arrival.file?.text()) ?? '';
      if (format === 'json') expect(JSON.parse(text).items).toHaveLength(arrival.rows ?? 0);
      expect(text).toContain('cut_off');
    },
  );

  it('reads at the end of a sheet what it says, whatever bytes it is compressed to', async () => {
    const xlsx: ExportOptions = { format: 'xlsx', shape: 'eni', columns: null, provenance: true };
    for (let rows = 0; rows < 40; rows++) {
      const { begin, finish } = xlsxWriter(xlsx);
      serve(Buffer.concat([begin(START), finish({ ...END, rows })]));
      const arrival = await download('/api/enis/export', xlsx, {
        signal: new AbortController().signal,
        onProgress: () => {},
      });
      expect(arrival).toMatchObject({ isWhole: true, rows, summary: { complete: false } });
    }
  });

  it('takes a file that ends early without an error for cut off too', async () => {
    const bytes = fileOf('ndjson', 50);
    serve(bytes.subarray(0, 5000));
    expect((await take('ndjson')).isWhole).toBe(false);
  });

  it("throws the dashboard's own problem", async () => {
    const { problem } = new ProblemError('cloud_forbidden', { action: 'ecs:X' });
    vi.stubGlobal('fetch', async () => Response.json(problem, { status: 403 }));
    await expect(take('csv')).rejects.toMatchObject({
      problem: { code: 'cloud_forbidden', action: 'ecs:X' },
    });
  });
});
