/** A text in three parts, the middle one to be hidden; together they are the text. */
export type Cut = { head: string; middle: string; tail: string };

const ELLIPSIS = '…';

/** How many of `count` there is room for, if more are never narrower. */
function mostOf(count: number, hasRoom: (some: number) => boolean): number {
  let [least, most] = [0, count];
  while (least < most) {
    const half = Math.ceil((least + most) / 2);
    if (hasRoom(half)) least = half;
    else most = half - 1;
  }
  return least;
}

/**
 * How to cut a name so that its end, which tells it from its neighbours, stays visible with as much of its start; null
 * if all of it has room. Characters that readers see as one are not split.
 * @param room in px
 * @param widthOf the width of a text, in px
 */
export function cutMiddle(text: string, room: number, widthOf: (text: string) => number): Cut | null {
  if (widthOf(text) <= room) return null;
  const parts = Array.from(new Intl.Segmenter().segment(text), ({ segment }) => segment);
  const from = (start: number, end: number) => parts.slice(start, end).join('');
  const rest = room - widthOf(ELLIPSIS);
  const start =
    parts.length -
    mostOf(parts.length, (some) => widthOf(from(parts.length - some, parts.length)) <= rest / 2);
  const tail = from(start, parts.length);
  const end = mostOf(start, (some) => widthOf(from(0, some)) <= rest - widthOf(tail));
  return { head: from(0, end), middle: from(end, start), tail };
}
