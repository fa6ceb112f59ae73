import { writeSync } from 'node:fs';

/**
 * Prints a row as a line of JSON: the name of its sheet, then its cells. What is empty is null.
 * @param {string} sheet
 * @param {ArrayLike<unknown>} cells
 */
export function print(sheet, cells) {
  const line = `${JSON.stringify([sheet, ...Array.from(cells, (cell) => (cell === '' ? null : (cell ?? null)))])}\n`;
  let bytes = Buffer.from(line);
  // A pipe takes only so much at once.
  while (bytes.length > 0) {
    try {
      bytes = bytes.subarray(writeSync(1, bytes));
    } catch (error) {
      if (error.code !== 'EAGAIN') throw error;
    }
  }
}
