import type { Eni } from '@/lib/eni/eni';
import { ownerOf } from '@/lib/eni/owner';

/** The properties that the colours of a map can show. */
export const COLOUR_BASES = ['state', 'status', 'owner', 'sg', 'tag', 'age'] as const;

export type ColourBase = (typeof COLOUR_BASES)[number];

/** `key` is the tag's; the most used one where it is left out. */
export type ColourMode = { by: Exclude<ColourBase, 'tag'> } | { by: 'tag'; key: string | null };

/** Reads a mode as the URL spells it: `status`, or `tag:team`. Null when it is none. */
export function parseColourMode(text: string): ColourMode | null {
  if (text.startsWith('tag:')) return { by: 'tag', key: text.slice('tag:'.length) || null };
  const by = COLOUR_BASES.find((base) => base === text);
  if (by === undefined) return null;
  return by === 'tag' ? { by, key: null } : { by };
}

export function formatColourMode(mode: ColourMode): string {
  return mode.by === 'tag' && mode.key !== null ? `tag:${mode.key}` : mode.by;
}

const DAY = 86_400_000;

/** Ages since creation, youngest first: the days that each ends with. Older ones are `older`. */
const AGES = [
  ['7d', 7],
  ['30d', 30],
  ['90d', 90],
  ['365d', 365],
] as const;

export const AGE_GROUPS = [...AGES.map(([name]) => name), 'older'] as const;

export type AgeGroup = (typeof AGE_GROUPS)[number];

/** @param now ms since the epoch */
function ageGroup(creationTime: string | null, now: number): AgeGroup | null {
  const created = creationTime === null ? Number.NaN : Date.parse(creationTime);
  if (Number.isNaN(created)) return null;
  return AGES.find(([, days]) => now - created < days * DAY)?.[0] ?? 'older';
}

/** The tag keys of ENIs, the most used first; those of Alibaba Cloud itself last. */
export function tagKeysOf(enis: readonly Pick<Eni, 'tags'>[]): string[] {
  const counts = new Map<string, number>();
  for (const { tags } of enis) for (const { key } of tags) counts.set(key, (counts.get(key) ?? 0) + 1);
  const isOwn = (key: string) => (key.startsWith('acs:') ? 0 : 1);
  return [...counts]
    .sort(([a, m], [b, n]) => isOwn(b) - isOwn(a) || n - m || (a < b ? -1 : 1))
    .map(([key]) => key);
}

/** The group of an ENI in a mode; null where the API says nothing of it. */
export function groupReader(
  mode: ColourMode,
  enis: readonly Eni[],
  now: number,
): (eni: Eni) => string | null {
  switch (mode.by) {
    case 'state':
      return () => null;
    case 'status':
      return (eni) => eni.status;
    case 'owner':
      return (eni) => ownerOf(eni).kind;
    case 'sg':
      // One with several is a group of its own: it stands between theirs.
      return (eni) => [...eni.securityGroupIds].sort().join(' + ') || null;
    case 'age':
      return (eni) => ageGroup(eni.creationTime, now);
    case 'tag': {
      const key = mode.key ?? tagKeysOf(enis)[0] ?? null;
      return (eni) => eni.tags.find((tag) => tag.key === key)?.value ?? null;
    }
  }
}
