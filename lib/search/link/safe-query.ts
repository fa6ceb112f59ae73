/** Letters of other scripts are escaped long before this; of ASCII these alone end a link in every autolinker. */
const SAFE_END = /[A-Za-z0-9/]$/;

/** Brackets and quotes that stand around links, and marks of Markdown, of tables and of tickets. */
const AROUND = /[ "'()<>[\]\\^`{|}!~]/g;

/** Dots in a row end a link too, unless a word or a parameter goes on behind them. */
const DOTS = /(?<=\.)\.(?![A-Za-z0-9%/&])/g;

function escapeChar(char: string): string {
  return `%${char.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`;
}

/** The end of a query string without a separator that stands before nothing, and the last mark of a value escaped. */
function safeEnd(query: string): string {
  const trimmed = query.replace(/&+$/, '');
  if (trimmed === '' || SAFE_END.test(trimmed)) return trimmed;
  const before = trimmed.slice(0, -1);
  const last = trimmed.slice(-1);
  if (last === '+') return `${before}%20`;
  const key = before.slice(before.lastIndexOf('&') + 1);
  if (last !== '=' || key.includes('=')) return before + escapeChar(last);
  // Between a key and nothing it says nothing. Without even a key it is all that there is.
  return key === '' ? trimmed : safeEnd(before);
}

/**
 * The same query string, spelt so that what chats, mail, tickets and Markdown take for the link is all of it: they end a link
 * before punctuation, before a bracket that was opened around it, at a bar of a table.
 * docs/decisions/0040-links-arrive-whole.md
 * @param query as a URL holds it, in ASCII; other characters have been percent-encoded
 */
export function safeQuery(query: string): string {
  return safeEnd(query.replace(AROUND, escapeChar).replace(DOTS, escapeChar));
}
