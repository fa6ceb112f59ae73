/** Text for machines, to be read and copied. */
export function CodeBlock({ text, label }: { text: string; label: string }) {
  return (
    <section
      aria-label={label}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
      tabIndex={0}
      className="max-h-96 overflow-auto rounded-sm border border-line bg-sunken px-1.5 py-2"
    >
      <pre className="whitespace-pre-wrap break-all font-mono text-ink-2 text-xs leading-[18px]">{text}</pre>
    </section>
  );
}
