import type { AskHead, PlaceAnswer } from '@/lib/eni/ask';
import type { Place } from '@/lib/eni/page';

/** What the places have said so far. */
export type Heard = {
  head: AskHead | null;
  answers: readonly PlaceAnswer[];
  /** They are being asked. */
  isAsking: boolean;
};

export const NOTHING_HEARD: Heard = { head: null, answers: [], isAsking: false };

/** The answers with that of a place that was asked again in place of its last one. */
export function withAnswer(answers: readonly PlaceAnswer[], next: PlaceAnswer): PlaceAnswer[] {
  const isSame = (one: Place) => one.account === next.account && one.region === next.region;
  return [...answers.filter((one) => !isSame(one)), next];
}
