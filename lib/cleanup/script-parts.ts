/** One step: an ENI with the facts that it must still have, and what is said of it in a comment. */
export type Step = { id: string; facts: string; comment: string };

/** A script but for its language. */
export type ScriptParts = {
  /** Comments at its head, each one line. */
  head: readonly string[];
  /** The profile of the aliyun CLI; null where the CLI's own choice of credentials is used. */
  profile: string | null;
  region: string;
  steps: readonly Step[];
};
