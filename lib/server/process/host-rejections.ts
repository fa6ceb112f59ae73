/** How many requests the guard refused for their Host; on globalThis, since guard and app are bundled apart. */
const COUNT = Symbol.for('eni-atlas.host-rejections');

const shared = globalThis as { [COUNT]?: number };

export function recordHostRejected(): void {
  shared[COUNT] = hostRejections() + 1;
}

export function hostRejections(): number {
  return shared[COUNT] ?? 0;
}
