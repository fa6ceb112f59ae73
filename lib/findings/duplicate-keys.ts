const TOKEN = /"(?:[^"\\]|\\.)*"|[{}[\],:]|[^\s{}[\],:"]+/g;

type Level = { keys: Set<string> | null; at: string | number };

/**
 * The paths of keys that an object of the text has twice. JSON.parse keeps the last one and says nothing.
 * @param text valid JSON
 */
export function duplicateKeys(text: string): PropertyKey[][] {
  const tokens = text.match(TOKEN) ?? [];
  const levels: Level[] = [];
  const found: PropertyKey[][] = [];
  tokens.forEach((token, place) => {
    const level = levels.at(-1);
    if (token === '{') levels.push({ keys: new Set(), at: '' });
    else if (token === '[') levels.push({ keys: null, at: 0 });
    else if (token === '}' || token === ']') levels.pop();
    else if (token === ',' && typeof level?.at === 'number') level.at++;
    else if (level?.keys && tokens[place + 1] === ':') {
      const key = JSON.parse(token) as string;
      level.at = key;
      if (level.keys.has(key)) found.push(levels.map(({ at }) => at));
      level.keys.add(key);
    }
  });
  return found;
}
