import fc from 'fast-check';
import { formatAddress } from '@/lib/eni/ip';
import type { Pod } from './pod';

const name = fc.stringMatching(/^[a-z0-9]([a-z0-9-]{0,20}[a-z0-9])?$/);
const address = fc.oneof(
  fc.bigInt({ min: 1n, max: (1n << 32n) - 1n }).map((value) => formatAddress({ family: 4, value })),
  fc.bigInt({ min: 1n << 120n, max: (1n << 128n) - 1n }).map((value) => formatAddress({ family: 6, value })),
);

/** A pod with an address that no other has: its own, or none yet. */
const podOf = (own: string[]): fc.Arbitrary<Pod> =>
  fc.record({
    namespace: name,
    name,
    addresses: fc.constant(own),
    node: fc.option(name),
    hostNetwork: fc.constant(false),
    ended: fc.boolean(),
  });

/** Pods of a cluster, each with none, one or two addresses of its own. */
export const anyPods: fc.Arbitrary<Pod[]> = fc
  .uniqueArray(address, { minLength: 1, maxLength: 24 })
  .chain((addresses) =>
    fc.array(fc.integer({ min: 0, max: 2 }), { minLength: 1, maxLength: 12 }).chain((counts) => {
      let from = 0;
      return fc.tuple(
        ...counts.map((count) => {
          const own = addresses.slice(from, from + count);
          from += count;
          return podOf(own);
        }),
      );
    }),
  );

const CELLS: Record<string, (pod: Pod) => string> = {
  NAMESPACE: ({ namespace }) => namespace ?? '',
  NAME: (pod) => pod.name,
  READY: () => '1/1',
  STATUS: ({ ended }) => (ended ? 'Completed' : 'Running'),
  RESTARTS: ({ name: text }) => (text.length % 2 ? '0' : '3 (2d4h ago)'),
  AGE: () => '41d',
  IP: ({ addresses }) => addresses.join(',') || '<none>',
  NODE: ({ node }) => node ?? '<none>',
  'NOMINATED NODE': () => '<none>',
  'READINESS GATES': () => '<none>',
};

export const WIDE = Object.keys(CELLS);

/** A table as kubectl prints it: columns of one width, three blanks between. */
export function printWide(pods: readonly Pod[], columns: readonly string[] = WIDE, hasHead = true): string {
  const rows = pods.map((pod) => columns.map((column) => CELLS[column]?.(pod) ?? ''));
  const lines = [...(hasHead ? [[...columns]] : []), ...rows];
  const widths = columns.map((_, at) => Math.max(...lines.map((line) => line[at]?.length ?? 0)) + 3);
  return lines
    .map((line) =>
      line
        .map((cell, at) => cell.padEnd(widths[at] ?? 0))
        .join('')
        .trimEnd(),
    )
    .join('\n');
}

/** The `-o json` output for the same pods. */
export function printJson(pods: readonly Pod[]): string {
  return JSON.stringify({
    apiVersion: 'v1',
    kind: 'List',
    items: pods.map((pod) => ({
      apiVersion: 'v1',
      kind: 'Pod',
      metadata: { name: pod.name, namespace: pod.namespace },
      spec: { nodeName: pod.node ?? undefined, ...(pod.hostNetwork && { hostNetwork: true }) },
      status: {
        phase: pod.ended ? 'Succeeded' : 'Running',
        ...(pod.addresses[0] && {
          podIP: pod.addresses[0],
          podIPs: pod.addresses.map((ip) => ({ ip })),
        }),
      },
    })),
  });
}
