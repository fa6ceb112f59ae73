import { formatAddress, parseAddress } from '@/lib/eni/ip';
import { type Pod, type PodList, podName } from './pod';

/** A pod at an address, with the list that says so. */
export type PodThere = { pod: Pod; cluster: string; takenAt: string };

/** Lists of pods, made ready to be asked for an address or a name. */
export type PodBook = {
  lists: readonly PodList[];
  /** The pods at an address: those with their own address before those that share their node's, ended pods last. */
  at: (address: string) => readonly PodThere[];
};

const NOBODY: readonly PodThere[] = [];

export const NO_PODS: PodBook = { lists: [], at: () => NOBODY };

const rank = ({ pod }: PodThere) => (pod.ended ? 2 : pod.hostNetwork ? 1 : 0);

function canonical(address: string): string {
  const read = parseAddress(address);
  return read === null ? address : formatAddress(read);
}

export function podBook(lists: readonly PodList[]): PodBook {
  if (lists.length === 0) return NO_PODS;
  const byAddress = new Map<string, PodThere[]>();
  for (const { cluster, takenAt, pods } of lists)
    for (const pod of pods)
      for (const address of pod.addresses) {
        const there = byAddress.get(address);
        if (there) there.push({ pod, cluster, takenAt });
        else byAddress.set(address, [{ pod, cluster, takenAt }]);
      }
  for (const there of byAddress.values()) there.sort((a, b) => rank(a) - rank(b));
  return { lists, at: (address) => byAddress.get(canonical(address)) ?? NOBODY };
}

/** The lists with one more, which takes the place of the one of its cluster. */
export function withList(lists: readonly PodList[], list: PodList): PodList[] {
  return [...lists.filter(({ cluster }) => cluster !== list.cluster), list];
}

/**
 * The pods at an address of an ENI. Clusters in other VPCs have the same addresses, so of lists that bear the name or
 * the id of the ENI's own cluster only those are asked.
 * @param clusters what the ENI says of its cluster
 */
export function podsOf(book: PodBook, address: string, clusters: readonly string[]): readonly PodThere[] {
  const all = book.at(address);
  const own = all.filter(({ cluster }) => clusters.includes(cluster));
  const isOwnGiven = book.lists.some(({ cluster }) => clusters.includes(cluster));
  return isOwnGiven ? own : all;
}

/** This many pods are enough to say that a text is part of pods' names. */
const MOST_NAMED = 200;

/** The pods with an address of their own whose name, or namespace and name, contains a text. */
export function podsNamed(book: PodBook, text: string): PodThere[] {
  const wanted = text.trim().toLowerCase();
  const found: PodThere[] = [];
  if (wanted.length < 3) return found;
  for (const { cluster, takenAt, pods } of book.lists)
    for (const pod of pods) {
      if (pod.ended || pod.hostNetwork || pod.addresses.length === 0) continue;
      if (podName(pod).includes(wanted)) found.push({ pod, cluster, takenAt });
      if (found.length >= MOST_NAMED) return found;
    }
  return found;
}
