import type { TextOptions } from './export-text';

const [NEWLINE, QUOTE, HASH, COMMA, BRACE] = [0x0a, 0x22, 0x23, 0x2c, 0x7b];
const BOM_BYTES = [0xef, 0xbb, 0xbf];

/**
 * Counts the rows of a file with provenance as its bytes come, without parsing it: JSON has no line break in a row, and
 * CSV only between quotes.
 */
export class RowCounter {
  /** The bytes before the first line that is a row or a header. */
  begin = 0;
  /** The bytes up to the end of the last whole row, or of the header of CSV, without what parts it from the next. */
  end = 0;
  private lines = 0;
  private at = 0;
  private isQuoted = false;
  private isLineStart = true;
  private isAside = false;
  private before = 0;

  constructor(private readonly format: TextOptions['format']) {}

  /** Whole rows so far. */
  get rows(): number {
    // The first line that looks like a row is the header, or says where the rows come from.
    return Math.max(0, this.lines - 1);
  }

  take(bytes: Uint8Array): void {
    const isCsv = this.format === 'csv';
    for (const byte of bytes) {
      this.at++;
      if (isCsv && this.at <= BOM_BYTES.length && byte === BOM_BYTES[this.at - 1]) continue;
      if (this.isLineStart) {
        this.isLineStart = false;
        this.isAside = isCsv ? byte === HASH : byte !== BRACE;
        if (!this.isAside && this.lines === 0) this.begin = this.at - 1;
      }
      if (isCsv && byte === QUOTE) this.isQuoted = !this.isQuoted;
      else if (byte === NEWLINE && !this.isQuoted) this.endLine();
      this.before = byte;
    }
  }

  private endLine(): void {
    this.isLineStart = true;
    if (this.isAside) return;
    this.lines++;
    if (this.rows === 0 && this.format !== 'csv') return;
    const between = this.before === COMMA ? 2 : 1;
    this.end = this.format === 'json' ? this.at - between : this.at;
  }
}

/** Makes a file that was cut off whole after its last whole row, and says that it was cut off. */
export function mendingOf(format: TextOptions['format']): string {
  const end = JSON.stringify({ complete: false, stopped: { reason: 'cut_off' } });
  if (format === 'csv') return '# complete: false\r\n# stopped: cut_off\r\n';
  return format === 'json' ? `\n],\n"end":${end}}\n` : `{"end":${end}}\n`;
}
