import 'server-only';
import { readFileSync } from 'node:fs';
import { parsePolicy } from '@/lib/findings/parse-policy';
import type { Policy } from '@/lib/findings/policy';

/** The policy of findings in a JSON file, or what is wrong with it: problems name places, never their values. */
export function readPolicyFile(path: string): { policy: Policy } | { problems: string[] } {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
    return { problems: [`cannot be read (${code})`] };
  }
  const parsed = parsePolicy(text);
  if ('policy' in parsed) return parsed;
  return {
    problems: parsed.issues.map(({ path: at, code, allowed }) => {
      const what = at === '' ? code.replaceAll('_', ' ') : `${at}: ${code.replaceAll('_', ' ')}`;
      return allowed ? `${what} (${allowed.slice(0, 40).join(', ')})` : what;
    }),
  };
}
