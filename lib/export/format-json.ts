const TOKEN = /"(?:[^"\\]|\\.)*"|[{}[\],:]|[^\s{}[\],:"]+/g;

/**
 * JSON text over several lines. Works on the text, never on parsed values: a 64-bit integer stays digit for digit. Text
 * that is not JSON comes back as it is.
 */
export function formatJson(text: string): string {
  if (text.replace(TOKEN, '').trim() !== '') return text;
  const tokens = text.match(TOKEN) ?? [];
  let depth = 0;
  let out = '';
  const line = () => `\n${'  '.repeat(Math.max(0, depth))}`;
  tokens.forEach((token, i) => {
    if (token === '{' || token === '[') {
      const empty = tokens[i + 1] === '}' || tokens[i + 1] === ']';
      depth++;
      out += empty ? token : token + line();
    } else if (token === '}' || token === ']') {
      depth--;
      const empty = tokens[i - 1] === '{' || tokens[i - 1] === '[';
      out += empty ? token : line() + token;
    } else if (token === ',') out += token + line();
    else out += token === ':' ? ': ' : token;
  });
  return depth === 0 ? out : text;
}
