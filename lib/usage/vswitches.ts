import type { VSwitch } from '@/lib/eni/vswitch';

/** The key of a vSwitch: its id is unique in its region, whichever account lists it. */
export function vSwitchKey({ region, id }: Pick<VSwitch, 'region' | 'id'>): string {
  return `${region}/${id}`;
}

/**
 * Each vSwitch once, as its owner lists it where that is known: a shared one is listed by every account that may use
 * it, with its own addresses counted once.
 */
export function distinctVSwitches(vSwitches: readonly VSwitch[]): VSwitch[] {
  const known = new Map<string, VSwitch>();
  for (const vSwitch of vSwitches) {
    const key = vSwitchKey(vSwitch);
    const before = known.get(key);
    if (before === undefined || (before.shared && !vSwitch.shared)) known.set(key, vSwitch);
  }
  return [...known.values()];
}
