import { type Eni, eniKey } from '@/lib/eni/eni';
import type { Finding } from '@/lib/findings/finding';

/** The idle ENIs that findings are about, each once: what a finding offers to put aside. */
export function idleEnisOf(findings: readonly Finding[], enis: readonly Eni[]): Eni[] {
  const concerned = new Set(
    findings.flatMap(({ subject: { account, region }, enis: ids }) =>
      ids.map((id) => eniKey({ account, region, id })),
    ),
  );
  return enis.filter((eni) => eni.status === 'Available' && concerned.has(eniKey(eni)));
}
