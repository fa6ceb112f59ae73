/**
 * What can be wrong with the data of a vSwitch. Data problems stop wrong pictures; they are no risks.
 * - `*_unreadable`: masked or malformed text; `*_outside`: not in the vSwitch; `prefix_misaligned`: host bits set.
 *   These draw nothing.
 * - `prefix_size`: no /28; `*_reserved`: on an address that Alibaba Cloud keeps. These are drawn as they say.
 * - `conflict`: another ENI has the address too. Nearly always a scan that an address moved under: read both again.
 * - `stale_counter`: the vSwitch counts more free addresses than its ENIs leave.
 */
export const DATA_PROBLEMS = [
  'address_unreadable',
  'address_outside',
  'address_reserved',
  'prefix_unreadable',
  'prefix_misaligned',
  'prefix_outside',
  'prefix_size',
  'prefix_reserved',
  'conflict',
  'stale_counter',
] as const;

export type DataProblemCode = (typeof DATA_PROBLEMS)[number];

/** `eniId` is null where the problem is the vSwitch's own; `value` is the text or the number that is wrong. */
export type DataProblem = {
  code: DataProblemCode;
  eniId: string | null;
  otherEniId?: string;
  value: string;
};

/** Each problem once, in order: an ENI names its primary address twice, and a torn scan brings an ENI twice. */
export function distinctProblems(problems: readonly DataProblem[]): DataProblem[] {
  return [...new Map(problems.map((problem) => [JSON.stringify(problem), problem])).values()];
}
