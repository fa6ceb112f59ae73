import type { Eni } from '@/lib/eni/eni';
import { addressesOf } from '@/lib/eni/eni-address';
import { podName } from './pod';
import { type PodBook, type PodThere, podsOf } from './pod-book';

/** Tags whose value is the id of an ACK cluster. Source: AliyunContainerService/terway. */
const CLUSTER_TAGS = ['ack.aliyun.com'];
/** Karpenter and Kubernetes itself write the cluster into the key. */
const CLUSTER_KEY = /^kubernetes\.io\/cluster\/(.+)$/;

/** The clusters that the tags of an ENI name, with the tag. */
export function clustersOf({ tags }: Pick<Eni, 'tags'>): { id: string; tag: string }[] {
  return tags.flatMap(({ key, value }) => {
    const inKey = CLUSTER_KEY.exec(key)?.[1];
    if (inKey) return [{ id: inKey, tag: key }];
    return CLUSTER_TAGS.includes(key) && value !== '' ? [{ id: value, tag: key }] : [];
  });
}

/** The pods at an address of an ENI. */
export function podsAtEni(book: PodBook, eni: Pick<Eni, 'tags'>, address: string): readonly PodThere[] {
  return podsOf(
    book,
    address,
    clustersOf(eni).map(({ id }) => id),
  );
}

/** Whether pods at an address are those of the node: all that has the primary address of an instance. */
export function isNodeAddress(eni: Pick<Eni, 'type' | 'privateIpAddress'>, address: string): boolean {
  return eni.type === 'Primary' && address === eni.privateIpAddress;
}

/** The names of the pods that have an address to themselves: of one address of an ENI, or of all that it has. */
export function podNamesOf(book: PodBook, eni: Eni, address: string | null): string[] {
  if (book.lists.length === 0) return [];
  const addresses = address === null ? addressesOf(eni).map((each) => each.address) : [address];
  const own = addresses
    .filter((each) => !isNodeAddress(eni, each))
    .flatMap((each) => podsAtEni(book, eni, each))
    .filter(({ pod }) => !pod.hostNetwork && !pod.ended);
  return [...new Set(own.map(({ pod }) => podName(pod)))];
}
