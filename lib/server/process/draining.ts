/** Whether this process is on its way out; on globalThis, since guard, start and routes are bundled apart. */
const DRAINING = Symbol.for('eni-atlas.draining');

const shared = globalThis as { [DRAINING]?: true };

export function startDraining(): void {
  shared[DRAINING] = true;
}

export function isDraining(): boolean {
  return shared[DRAINING] === true;
}
