/** A key of the keyboard. A mere hint is left out where no keyboard can be expected. */
export function Key({ children, isHint = false }: { children: string; isHint?: boolean }) {
  return (
    <kbd
      className={`inline-block min-w-4.5 rounded-xs border border-line-strong bg-surface px-1 text-center font-sans text-2xs text-ink-3 ${isHint ? 'max-[720px]:hidden pointer-coarse:hidden' : ''}`}
    >
      {children}
    </kbd>
  );
}
