/** How the unset fields of one row look. `undefined` leaves a field out. */
export interface Unset {
  text(field: string): string | null | undefined;
  number(field: string): string | null | undefined;
  flag(): boolean | undefined;
  object(): unknown;
  publicIp(index: number): unknown;
  list(inner: string, items: readonly unknown[]): unknown;
}

const ABSENT: Unset = {
  text: () => undefined,
  number: () => undefined,
  flag: () => false,
  object: () => undefined,
  publicIp: () => undefined,
  list: (inner, items) => (items.length > 0 ? { [inner]: items } : undefined),
};

/** Each row has its own way; `variation` off gives the tidy one. */
export function unsetOf(variant: number, variation: boolean): Unset {
  return (variation && VARIANTS[variant % WAYS]) || ABSENT;
}

/** 2 · 3 · 5 · 7, so that every choice below is reached in every combination. */
const WAYS = 210;
const VARIANTS = Array.from({ length: WAYS }, (_, variant) => createUnset(variant));

function createUnset(variant: number): Unset {
  const text = (field: string) => [undefined, null, ''][(variant + field.length) % 3];
  return {
    text,
    number: text,
    flag: () => [undefined, false][variant % 2],
    object: () => [undefined, undefined, undefined, null, {}][variant % 5],
    publicIp: (index) =>
      [{}, {}, undefined, null, { PublicIpAddress: '' }, { AllocationId: 'null' }][(variant + index) % 6],
    list: (inner, items) =>
      items.length > 0
        ? { [inner]: items }
        : [{ [inner]: [] }, { [inner]: [] }, undefined, null, '', {}, { [inner]: null }][
            (variant + inner.length) % 7
          ],
  };
}
