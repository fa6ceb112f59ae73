import type { EnisPage } from '@/lib/eni/page';
import type { ExportOptions } from './export-options';

const some = (names: readonly string[], noun: string) =>
  names.length === 1 ? (names[0] ?? '') : `${names.length}-${noun}`;

/** Characters that a file system rejects in a name, and those that shells misread. */
const UNFIT = /[\s\p{Cc}"*/:<>?\\|]+/gu;

/**
 * The name of a file: its account, region and time, as `eni-atlas_prod_cn-hangzhou_2026-11-28T0134Z.csv`.
 * @param at ISO 8601
 */
export function exportName(scope: EnisPage['scope'], { format, shape }: ExportOptions, at: string): string {
  const parts = [
    'eni-atlas',
    some(scope.accounts, 'accounts'),
    some(scope.regions, 'regions'),
    ...(shape === 'address' ? ['addresses'] : []),
    at.replace(/:(\d\d):[\d.]+Z$/, '$1Z'),
  ];
  return `${parts.map((part) => part.replace(UNFIT, '-')).join('_')}.${format}`;
}

/** The header that has a file saved under a name (RFC 6266): in ASCII for old readers, and whole. */
export function contentDisposition(name: string): string {
  const ascii = name.replace(/[^\x20-\x7e]|["\\%]/gu, '_');
  const whole = encodeURIComponent(name).replace(
    /['()*]/g,
    (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `attachment; filename="${ascii}"; filename*=UTF-8''${whole}`;
}

/** The name that the header has. */
export function nameFrom(disposition: string | null): string | null {
  const encoded = /filename\*=UTF-8''([^;]+)/i.exec(disposition ?? '')?.[1];
  if (encoded === undefined) return null;
  try {
    return decodeURIComponent(encoded);
  } catch {
    return null;
  }
}
