import { Absent } from './absent';

/** A word of the API, as it came. */
export function WordCell({ word }: { word: string | null }) {
  return word === null ? <Absent /> : <span className="truncate text-ink-2">{word}</span>;
}
