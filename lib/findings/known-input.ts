import type { Eni } from '@/lib/eni/eni';
import type { Found } from './find';
import type { FindingsInput } from './finding';

type Known = { input: FindingsInput; found: Found | null };

const known = new WeakMap<readonly Eni[], Known[]>();

function isSame(a: FindingsInput, b: FindingsInput): boolean {
  return (
    a.vSwitches === b.vSwitches &&
    a.vpcs === b.vpcs &&
    a.now === b.now &&
    a.earlier.length === b.earlier.length &&
    a.earlier.every(({ at }, place) => at === b.earlier[place]?.at) &&
    (a.policy === b.policy || JSON.stringify(a.policy) === JSON.stringify(b.policy))
  );
}

function knownOf(input: FindingsInput): Known | null {
  return known.get(input.enis)?.find((each) => isSame(each.input, input)) ?? null;
}

/**
 * The input that says the same, where one was made of the same ENIs before: what is worked out for an input is then
 * worked out once, whichever views look at it. Gone with its ENIs.
 */
export function knownInput(input: FindingsInput): FindingsInput {
  const found = knownOf(input);
  if (found) return found.input;
  const others = known.get(input.enis) ?? [];
  known.set(input.enis, [...others, { input, found: null }]);
  return input;
}

/** What the rules found in an equal input; null if they have not run. */
export function knownFound(input: FindingsInput): Found | null {
  return knownOf(input)?.found ?? null;
}

/** Keeps what the rules found in an input. */
export function keepFound(input: FindingsInput, found: Found): void {
  const own = knownOf(input);
  if (own) own.found = found;
}
