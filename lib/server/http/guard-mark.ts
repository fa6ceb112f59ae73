/** Where the guard leaves word that it stands in this process; a symbol, since guard and app are bundled apart. */
const MARK = Symbol.for('eni-atlas.guard');

const marks = globalThis as { [MARK]?: true };

export function markGuarded(): void {
  marks[MARK] = true;
}

export function isGuarded(): boolean {
  return marks[MARK] === true;
}
