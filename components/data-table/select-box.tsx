'use client';

type SelectBoxProps = {
  label: string;
  state: 'none' | 'some' | 'all';
  /** Null where the grid hears the click, as of a row. */
  onToggle: (() => void) | null;
};

/** The box that selects a row, or all of them. */
export function SelectBox({ label, state, onToggle }: SelectBoxProps) {
  return (
    <input
      type="checkbox"
      aria-label={label}
      // Of a row the grid has the focus, and its keys select it.
      tabIndex={onToggle === null ? -1 : 0}
      checked={state === 'all'}
      ref={(box) => {
        if (box) box.indeterminate = state === 'some';
      }}
      onChange={onToggle ?? (() => {})}
      className="h-3.5 w-3.5 cursor-pointer accent-accent"
    />
  );
}
