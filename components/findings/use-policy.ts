'use client';

import { useMemo } from 'react';
import { useStoredText } from '@/components/ui/use-stored-text';
import { parsePolicy } from '@/lib/findings/parse-policy';
import { DEFAULT_POLICY, mergePolicies, type Policy } from '@/lib/findings/policy';

const NAME = 'eni_atlas_findings_policy';

/**
 * The policy in effect: the server's with this browser's additions. A text that is no policy, from another version or
 * edited by hand, is neither applied nor lost: `issues` name what is wrong with it.
 */
export function usePolicy(server: Policy) {
  const [text, setText] = useStoredText(NAME);
  const parsed = useMemo(() => (text === null ? { policy: DEFAULT_POLICY } : parsePolicy(text)), [text]);
  const own = 'policy' in parsed ? parsed.policy : DEFAULT_POLICY;
  const policy = useMemo(() => mergePolicies(server, own), [server, own]);
  return {
    policy,
    /** This browser's part. */
    own,
    issues: 'issues' in parsed ? parsed.issues : [],
    /** The browser's stored text if it cannot be read; null otherwise. It is not overwritten. */
    unread: 'issues' in parsed ? text : null,
    /** @returns whether the browser keeps it */
    save: (next: Policy): boolean => setText(JSON.stringify(next)),
    clear: () => {
      setText(null);
    },
  };
}

export type PolicyControl = ReturnType<typeof usePolicy>;
