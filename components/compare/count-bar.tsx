type CountBarProps = {
  count: number;
  /** The end of the axis. */
  end: number;
  text: string;
  /** Shown instead of 0. */
  none: string;
  /** Grows to the left, from the middle of the table. */
  isLeft: boolean;
};

/** A count as a number, and as a bar on the axis that all share. */
export function CountBar({ count, end, text, none, isLeft }: CountBarProps) {
  const width = (100 * count) / end;
  return (
    <span className={`flex items-center gap-3 ${isLeft ? 'flex-row-reverse' : ''}`}>
      <span className="w-12 shrink-0 whitespace-nowrap text-right font-medium max-[720px]:w-full">
        {count === 0 ? <span className="font-normal text-ink-3">{none}</span> : text}
      </span>
      <svg
        viewBox="0 0 100 10"
        preserveAspectRatio="none"
        aria-hidden="true"
        className="h-2.5 min-w-0 flex-1 fill-use-4 max-[720px]:hidden"
      >
        <rect x={isLeft ? 100 - width : 0} width={width} height={10} />
      </svg>
    </span>
  );
}
