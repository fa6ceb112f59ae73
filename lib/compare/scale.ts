const STEPS = [1, 1.2, 1.5, 2, 2.5, 3, 4, 5, 6, 8, 10];

/** The end of an axis that holds a number: the next round number whose half is a whole number too. */
export function axisEnd(most: number): number {
  const unit = 10 ** Math.floor(Math.log10(Math.max(2, most)));
  const ends = STEPS.map((step) => Math.round(step * unit)).filter((end) => end % 2 === 0);
  return ends.find((end) => end >= Math.max(2, most)) ?? 10 * unit;
}
