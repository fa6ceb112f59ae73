import type { Eni } from '@/lib/eni/eni';
import type { Failure } from '@/lib/eni/page';
import { placeKey } from '@/lib/eni/place';
import type { VSwitch } from '@/lib/eni/vswitch';
import type { Reading } from '@/lib/search/reading/merge';

type Read = Pick<Reading, 'enis' | 'failures'>;

const NONE = new Set<string>();
const enisOf = new WeakMap<Read, readonly Eni[]>();
const vSwitchesOf = new WeakMap<readonly VSwitch[], Map<string, readonly VSwitch[]>>();

function failedPlaces(failures: readonly Failure[]): ReadonlySet<string> {
  return failures.length === 0 ? NONE : new Set(failures.map(placeKey));
}

/**
 * The ENIs that the rules may judge: those of places that did not fail. A place that broke off may have given some
 * rows, and a part of a place says nothing about the whole. The same list each time, so that views share what they
 * derive from it.
 */
export function judgedEnis(reading: Read): readonly Eni[] {
  const failed = failedPlaces(reading.failures);
  if (failed.size === 0) return reading.enis;
  const known = enisOf.get(reading) ?? reading.enis.filter((eni) => !failed.has(placeKey(eni)));
  enisOf.set(reading, known);
  return known;
}

/** The vSwitches that the rules may judge: those of places whose ENIs are known. Else a full one looks empty. */
export function judgedVSwitches(
  vSwitches: readonly VSwitch[],
  failures: readonly Failure[],
): readonly VSwitch[] {
  const failed = failedPlaces(failures);
  if (failed.size === 0) return vSwitches;
  const known = vSwitchesOf.get(vSwitches) ?? new Map<string, readonly VSwitch[]>();
  vSwitchesOf.set(vSwitches, known);
  const key = [...failed].sort().join('\n');
  const kept = known.get(key) ?? vSwitches.filter((vSwitch) => !failed.has(placeKey(vSwitch)));
  known.set(key, kept);
  return kept;
}
