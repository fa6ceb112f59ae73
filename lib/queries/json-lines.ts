/** The lines of a body of JSON lines, each parsed. A last line without its end is one that broke off: it is left out. */
export async function* jsonLines(body: ReadableStream<Uint8Array>): AsyncGenerator<unknown, void> {
  const reader = body.getReader();
  const decoder = new TextDecoder();
  let rest = '';
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      const lines = (rest + decoder.decode(value, { stream: true })).split('\n');
      rest = lines.pop() ?? '';
      for (const line of lines) if (line !== '') yield JSON.parse(line);
    }
  } finally {
    // A reader that stops in the middle wants no more of it; a body that has failed has nothing to cancel.
    await reader.cancel().catch(() => {});
  }
}
