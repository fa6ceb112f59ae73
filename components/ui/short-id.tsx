import { shortenMiddle } from './shorten-middle';

/**
 * A text shortened for lack of room: whole for screen readers and on paper.
 * @param shown the short form; the same text if there is room
 */
export function WholeText({ text, shown }: { text: string; shown: string }) {
  if (shown === text) return text;
  return (
    <>
      <span aria-hidden="true" className="print:hidden">
        {shown}
      </span>
      <span className="sr-only print:not-sr-only">{text}</span>
    </>
  );
}

/** An id cut in its middle. */
export function ShortId({ id }: { id: string }) {
  return <WholeText text={id} shown={shortenMiddle(id)} />;
}
