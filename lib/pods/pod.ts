import * as z from 'zod/mini';

/** A pod as `kubectl get pods` told of it. */
export const podSchema = z.object({
  /** Null where the output of one namespace does not name it. */
  namespace: z.nullable(z.string()),
  name: z.string(),
  /** In canonical spelling; empty for a pod that has no address yet. */
  addresses: z.array(z.string()),
  node: z.nullable(z.string()),
  /** It has no address of its own and shares that of its node. */
  hostNetwork: z.boolean(),
  /** It has ended: another pod may have its address by now. */
  ended: z.boolean(),
});

export type Pod = z.infer<typeof podSchema>;

/** The pods of one cluster, as of when their list was given. */
export const podListSchema = z.object({
  /** The name that people gave; lists of another time under the same name take its place. */
  cluster: z.string(),
  /** ISO 8601. */
  takenAt: z.string(),
  pods: z.array(podSchema),
});

export type PodList = z.infer<typeof podListSchema>;

/** The pods read from a text, and the lines that could not be read. */
export type PodsRead = {
  format: 'wide' | 'json';
  pods: Pod[];
  unread: { line: number; text: string }[];
};

/** How people know a pod: with its namespace where that is known. */
export function podName({ namespace, name }: Pick<Pod, 'namespace' | 'name'>): string {
  return namespace === null ? name : `${namespace}/${name}`;
}
