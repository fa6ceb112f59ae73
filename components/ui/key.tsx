/** A key of the keyboard. */
export function Key({ children }: { children: string }) {
  return (
    <kbd className="inline-block min-w-4.5 rounded-xs border border-line-strong bg-surface px-1 text-center font-sans text-2xs text-ink-3">
      {children}
    </kbd>
  );
}
