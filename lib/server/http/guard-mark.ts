import type { Server } from 'node:http';

/** Where the guard marks that it is installed in this process; a symbol, since guard and app are bundled apart. */
const MARK = Symbol.for('eni-atlas.guard');
/** Marks a server that has rules of its own. */
const UNGUARDED = Symbol.for('eni-atlas.unguarded');

const marks = globalThis as { [MARK]?: true };

export function markGuarded(): void {
  marks[MARK] = true;
}

export function isGuarded(): boolean {
  return marks[MARK] === true;
}

/** Has the guard let all requests of a server through, because that server decides itself who may ask. */
export function markUnguarded(server: Server): void {
  Reflect.set(server, UNGUARDED, true);
}

export function isUnguarded(server: Server): boolean {
  return Reflect.get(server, UNGUARDED) === true;
}
