import * as z from 'zod/mini';
import type { Pod, PodsRead } from './pod';
import { readAddresses } from './pod-address';

/** A pod has ended in these phases, and kubectl goes on showing the address that it had. */
const ENDED = new Set(['Succeeded', 'Failed']);

const text = z.optional(z.nullable(z.string()));

/** The fields of a core/v1 Pod that say where it is. */
const podJson = z.object({
  kind: text,
  metadata: z.object({ name: z.string(), namespace: text }),
  spec: z.optional(
    z.nullable(z.object({ nodeName: text, hostNetwork: z.optional(z.nullable(z.boolean())) })),
  ),
  status: z.optional(
    z.nullable(
      z.object({ phase: text, podIP: text, podIPs: z.optional(z.nullable(z.array(z.object({ ip: text })))) }),
    ),
  ),
});

function toPod(given: unknown): Pod | null {
  const read = podJson.safeParse(given);
  if (!read.success || (read.data.kind ?? 'Pod') !== 'Pod') return null;
  const { metadata, spec, status } = read.data;
  const spelled = [status?.podIP, ...(status?.podIPs ?? []).map(({ ip }) => ip)].filter((ip) => ip);
  const addresses = readAddresses(spelled.join(','));
  if (addresses === null) return null;
  return {
    namespace: metadata.namespace || null,
    name: metadata.name,
    addresses,
    node: spec?.nodeName || null,
    hostNetwork: spec?.hostNetwork === true,
    ended: ENDED.has(status?.phase ?? ''),
  };
}

/** Represents an item that was not read: the beginning of its JSON. */
const beginning = (item: unknown) => (JSON.stringify(item) ?? String(item)).slice(0, 80);

/**
 * Reads `kubectl get pods -o json`: a List, a PodList, or one Pod. `line` of what was not read is its place in the list.
 * @returns null where it is no such JSON
 */
export function readPodsJson(given: string): PodsRead | null {
  let parsed: unknown;
  try {
    parsed = JSON.parse(given);
  } catch {
    return null;
  }
  if (typeof parsed !== 'object' || parsed === null) return null;
  const items = 'items' in parsed ? parsed.items : [parsed];
  if (!Array.isArray(items)) return null;
  const read = items.map((item: unknown, at) => ({ pod: toPod(item), line: at + 1, text: beginning(item) }));
  const isOneOther = !('items' in parsed) && read[0]?.pod === null;
  if (isOneOther) return null;
  return {
    format: 'json',
    pods: read.flatMap(({ pod }) => pod ?? []),
    unread: read.flatMap(({ pod, line, text }) => (pod === null ? { line, text } : [])),
  };
}
