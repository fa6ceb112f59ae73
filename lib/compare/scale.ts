const STEPS = [1, 2, 3, 4, 5, 6, 8, 10];

/** The end of an axis that holds a number: the next round one, even so that its middle is a whole number too. */
export function axisEnd(most: number): number {
  if (most <= 2) return 2;
  const unit = 10 ** Math.floor(Math.log10(most));
  const end = (STEPS.find((step) => step * unit >= most) ?? 10) * unit;
  return end % 2 === 0 ? end : end + 1;
}
