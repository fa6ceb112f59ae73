/** How many lines could not be written to stdout and stderr; on globalThis, since guard and app are bundled apart. */
const COUNT = Symbol.for('eni-atlas.lines-lost');

const shared = globalThis as { [COUNT]?: number };

export function recordLinesLost(lines: number): void {
  shared[COUNT] = linesLost() + lines;
}

export function linesLost(): number {
  return shared[COUNT] ?? 0;
}
