import { type FilterKey, filterOf } from '../filters';
import { parseValue, valueFromTyped } from '../kinds';
import type { MixedForm } from '../mixed';
import { readCertain } from './piece';

/** The filter that takes only this form; forms without one are searched as any of them. */
const KEY_OF_FORM: Partial<Record<MixedForm, FilterKey>> = {
  ipv4: 'ip',
  ipv6: 'ip',
  cidr: 'ip',
  mac: 'mac',
  eni: 'eni',
  instance: 'instance',
  vswitch: 'vswitch',
  vpc: 'vpc',
  sg: 'sg',
  rg: 'rg',
};

/** The filter that asks for a form. */
export function keyOf(form: MixedForm): FilterKey {
  return KEY_OF_FORM[form] ?? 'any';
}

/** The canonical spelling of a value as a filter of this key would write it; null when it cannot hold it. */
export function readValue(key: FilterKey, spelling: string): string | null {
  const { kind, known, ...rest } = filterOf(key);
  const parsed = parseValue(kind, spelling, known, 'presence' in rest && rest.presence);
  if (parsed.ok) return parsed.value;
  // `inuse` is meant as `InUse`: the parser says so, and here a person can see what was made of it.
  return parsed.code === 'invalid_enum' && parsed.allowed.length === 1 ? (parsed.allowed[0] ?? null) : null;
}

/**
 * The values that one item of a list is for a filter. Host bits mean an address; `block` is the one that it was written
 * with. Null where the filter cannot hold it.
 */
export function readValues(key: FilterKey, item: string): { value: string; block?: string }[] | null {
  const { kind } = filterOf(key);
  const items = kind === 'block' ? readCertain(item) : null;
  if (items?.every(({ form }) => keyOf(form) === 'ip')) return items;
  const value = readValue(key, valueFromTyped(kind, item));
  return value === null ? null : [{ value }];
}
