'use client';

import { type Cut, cutMiddle } from './cut-middle';
import { textWidth } from './text-width';
import { useIsHydrated } from './use-is-hydrated';

type TailedTextProps = {
  text: string;
  /** In px; null while it is not known, as on the server: then the text is cut at its end, by CSS. */
  room: number | null;
  /** What is said on hover; the text itself unless more is to be said. */
  title?: string;
  isMedium?: boolean;
};

/** As many cuts as a few screens of names need. */
const MOST_KEPT = 4000;
const cuts = new Map<string, Cut | null>();

function cutOf(text: string, room: number, weight: 400 | 500): Cut | null {
  const key = `${room} ${weight} ${text}`;
  const kept = cuts.get(key);
  if (kept !== undefined) return kept;
  const cut = cutMiddle(text, room, (part) => textWidth(part, weight));
  if (cuts.size >= MOST_KEPT) cuts.clear();
  cuts.set(key, cut);
  return cut;
}

/**
 * A name that keeps its end in sight where it has no room. The middle stays in the text, without a size: so the whole name
 * is selected, copied, found in the page and read out, and the dots are none of it. docs/decisions/0077
 */
export function TailedText({ text, room, title = text, isMedium = false }: TailedTextProps) {
  const isHydrated = useIsHydrated();
  const cut = room === null || !isHydrated ? null : cutOf(text, Math.floor(room), isMedium ? 500 : 400);
  return (
    <bdi className={`truncate ${isMedium ? 'font-medium' : ''}`} title={title}>
      {cut === null ? (
        text
      ) : (
        <>
          {cut.head}
          <span className="cut-out">{cut.middle}</span>
          {cut.tail}
        </>
      )}
    </bdi>
  );
}
