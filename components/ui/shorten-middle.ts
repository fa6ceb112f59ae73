/**
 * An id cut in the middle, so that the part that tells it from its neighbours stays: `eni-bp1grv…qfzw`. The word before
 * the first dash stays whole. Short ids are not cut.
 */
export function shortenMiddle(id: string, head = 6, tail = 4): string {
  const dash = id.indexOf('-') + 1;
  const keep = (dash <= 8 ? dash : 0) + head;
  return id.length <= keep + tail + 2 ? id : `${id.slice(0, keep)}…${id.slice(-tail)}`;
}
