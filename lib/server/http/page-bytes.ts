import 'server-only';
import type { Eni } from '@/lib/eni/eni';
import type { EnisPage } from '@/lib/eni/page';

const NOT_ASCII = /[^\0-\x7f]/;
const rows = new WeakMap<Eni, Buffer>();

/** A row as JSON, written once for as long as the cache has it. Text of one byte a character is encoded at once. */
function rowBytes(eni: Eni): Buffer {
  const known = rows.get(eni);
  if (known) return known;
  const text = JSON.stringify(eni);
  const bytes = Buffer.from(text, NOT_ASCII.test(text) ? 'utf8' : 'latin1');
  rows.set(eni, bytes);
  return bytes;
}

/** A page as JSON in UTF-8. Row by row, so that one Chinese name does not make all of them text of two bytes. */
export function pageBytes({ items, ...rest }: EnisPage): Buffer<ArrayBuffer> {
  const comma = Buffer.from(',');
  const pieces = items.flatMap((eni, at) => (at === 0 ? [rowBytes(eni)] : [comma, rowBytes(eni)]));
  return Buffer.concat([
    Buffer.from('{"items":['),
    ...pieces,
    Buffer.from(`],${JSON.stringify(rest).slice(1)}`),
  ]);
}
