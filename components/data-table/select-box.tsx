'use client';

type SelectBoxProps = {
  label: string;
  state: 'none' | 'some' | 'all';
  /** Null if the grid handles the click, as for a row. */
  onToggle: (() => void) | null;
  /** The box is a tab stop; within a grid only if it is the grid's one tab stop. */
  isStop?: boolean;
};

/** The box that selects a row, or all of them. */
export function SelectBox({ label, state, onToggle, isStop = true }: SelectBoxProps) {
  return (
    <input
      type="checkbox"
      aria-label={label}
      tabIndex={isStop ? 0 : -1}
      checked={state === 'all'}
      ref={(box) => {
        if (box) box.indeterminate = state === 'some';
      }}
      onChange={onToggle ?? (() => {})}
      className="h-3.5 w-3.5 cursor-pointer accent-accent"
    />
  );
}
