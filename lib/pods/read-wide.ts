import type { Pod, PodsRead } from './pod';
import { readAddresses } from './pod-address';

/** Columns that tell where a pod is, under the names that kubectl and people's own columns give them. */
const HEADS: Readonly<Record<string, Column>> = {
  NAMESPACE: 'namespace',
  NS: 'namespace',
  NAME: 'name',
  POD: 'name',
  STATUS: 'status',
  PHASE: 'status',
  IP: 'ip',
  IPS: 'ip',
  'POD IP': 'ip',
  PODIP: 'ip',
  PODIPS: 'ip',
  NODE: 'node',
  NODENAME: 'node',
};

type Column = 'namespace' | 'name' | 'status' | 'ip' | 'node';
type Cells = Partial<Record<Column, string>>;

/** Statuses of pods that have ended, in kubectl's words. */
const ENDED = new Set(['Completed', 'Succeeded', 'Failed', 'Evicted']);
const READY = /^\d+\/\d+$/;
/** DNS-1123, and nothing that is an address or a status. */
const NAME = /^[a-z0-9]([a-z0-9.-]{0,251}[a-z0-9])?$/;
/** Two blanks or a tab separate cells; a single blank is part of a cell, as in `3 (2d ago)`. */
const GAP = /\s{2,}|\t/;

const cellsOf = (line: string) => line.trim().split(GAP);

/** The position of each column, from a header line; null for any other line. */
function readHead(line: string): (Column | null)[] | null {
  const heads = cellsOf(line).map((head) => HEADS[head.toUpperCase()] ?? null);
  const isWhole = line === line.toUpperCase() && heads.includes('name') && heads.includes('ip');
  return isWhole ? heads : null;
}

function byHead(line: string, heads: readonly (Column | null)[]): Cells | null {
  const cells = cellsOf(line);
  if (cells.length !== heads.length) return null;
  return Object.fromEntries(cells.flatMap((cell, at) => (heads[at] ? [[heads[at], cell]] : [])));
}

/**
 * For lines without a header, or whose cells have run together: READY (`1/1`) follows the name, and behind it the
 * address and the node are next to each other.
 */
function byForm(line: string): Cells | null {
  const words = line.trim().split(/\s+/);
  const ready = words.findIndex((word) => READY.test(word));
  if (ready !== 1 && ready !== 2) return null;
  const behind = words.slice(ready + 2);
  // RESTARTS and AGE hold no dot or colon, so the first address is the pod's; <none> may also be a nominated node.
  const ip = behind.findIndex(
    (word) => word === '<none>' || (/[.:]/.test(word) && readAddresses(word) !== null),
  );
  if (ip < 0) return null;
  const cells: Cells = { name: words[ready - 1] ?? '', status: words[ready + 1] ?? '', ip: behind[ip] ?? '' };
  return {
    ...cells,
    ...(ready === 2 && { namespace: words[0] ?? '' }),
    ...(behind[ip + 1] !== undefined && { node: behind[ip + 1] }),
  };
}

function toPod({ namespace, name = '', status = '', ip = '', node }: Cells): Pod | null {
  const addresses = readAddresses(ip);
  if (addresses === null || !NAME.test(name)) return null;
  const known = (text: string | undefined) => (text && text !== '<none>' ? text : null);
  return {
    namespace: known(namespace),
    name,
    addresses,
    node: known(node),
    hostNetwork: false,
    ended: ENDED.has(status),
  };
}

/**
 * Pods that have one address together have that of their node: kubectl's table does not say so, and no two other pods
 * of a cluster have the same address at one time.
 */
function markHostNetwork(pods: Pod[]): Pod[] {
  const holders = new Map<string, number>();
  for (const { ended, addresses } of pods)
    for (const address of ended ? [] : addresses) holders.set(address, (holders.get(address) ?? 0) + 1);
  return pods.map((pod) => ({
    ...pod,
    hostNetwork: !pod.ended && pod.addresses.some((address) => (holders.get(address) ?? 0) > 1),
  }));
}

/**
 * Reads the table of `kubectl get pods -o wide`: with its head in any order of columns, without one (`--no-headers`), of
 * all namespaces or of one. Heads may stand again further down, as where outputs were joined.
 * @returns null where no line is of a pod
 */
export function readPodsWide(given: string): PodsRead | null {
  const pods: Pod[] = [];
  const unread: PodsRead['unread'] = [];
  let heads: (Column | null)[] | null = null;
  for (const [at, line] of given.split(/\r?\n/).entries()) {
    if (line.trim() === '') continue;
    const head = readHead(line);
    if (head) {
      heads = head;
      continue;
    }
    const cells = (heads && byHead(line, heads)) ?? byForm(line);
    const pod = cells && toPod(cells);
    if (pod) pods.push(pod);
    else unread.push({ line: at + 1, text: line.trim().slice(0, 120) });
  }
  return pods.length === 0 ? null : { format: 'wide', pods: markHostNetwork(pods), unread };
}
