'use client';

import { type Cut, cutMiddle } from './cut-middle';
import { textWidth } from './text-width';
import { useIsHydrated } from './use-is-hydrated';

type TailedTextProps = {
  text: string;
  /** In px; null while unknown, as on the server: then CSS cuts the text at its end. */
  room: number | null;
  /** The text shown on hover; by default the text itself. */
  title?: string;
  isMedium?: boolean;
};

/** How many cuts are cached: enough for a few screens of names. */
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
 * A name that keeps its end visible if it has no room. The middle stays in the text, without a size: so the whole name
 * is selected, copied, found in the page and read out, and the dots are not part of it. docs/decisions/0077
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
