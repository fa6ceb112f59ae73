/** A line in two parts: the text before a comment, and the comment. */
function partsOf(line: string): [code: string, comment: string] {
  const at = line.search(/(^| )# /);
  return at < 0 ? [line, ''] : [line.slice(0, at), line.slice(at)];
}

/** A script to be read: comments are muted, ids stand out, long lines scroll. */
export function ScriptText({ text, label }: { text: string; label: string }) {
  const lines = text.replace(/\n$/, '').split('\n');
  return (
    <section
      aria-label={label}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
      tabIndex={0}
      className="max-h-96 min-h-24 overflow-auto rounded-sm border border-line bg-sunken px-2.5 py-2"
    >
      <pre className="w-max font-mono text-ink-2 text-xs leading-[17px]">
        {lines.map((line, at) => {
          const [code, comment] = partsOf(line);
          const id = /\beni-[a-z0-9]+/.exec(code);
          return (
            // biome-ignore lint/suspicious/noArrayIndexKey: lines have no other name, and the text is drawn anew as a whole
            <span key={at}>
              {id === null ? (
                code
              ) : (
                <>
                  {code.slice(0, id.index)}
                  <b className="font-medium text-ink">{id[0]}</b>
                  {code.slice(id.index + id[0].length)}
                </>
              )}
              <span className="text-ink-3">{comment}</span>
              {'\n'}
            </span>
          );
        })}
      </pre>
    </section>
  );
}
