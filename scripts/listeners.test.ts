import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

/** Listeners for user input that a passive effect adds: a press between the first paint and that effect is lost. */
function lateListeners(text: string): string[] {
  return [...text.matchAll(/addEventListener\('(?:key|pointer|wheel)\w*'/g)].flatMap(({ 0: call, index }) => {
    const effect = /.*\b(use\w*Effect)\(/s.exec(text.slice(0, index))?.[1];
    return effect === 'useEffect' ? [call] : [];
  });
}

const files = readdirSync('components', { recursive: true, encoding: 'utf8' })
  .filter((name) => /\.tsx?$/.test(name))
  .map((name) => `components/${name}`);

describe('keys, pointers and wheels are heard from the first paint on', () => {
  it('in every component', () => {
    const late = files.flatMap((file) =>
      lateListeners(readFileSync(file, 'utf8')).map((call) => `${file}: ${call}`),
    );
    expect(late).toEqual([]);
  });

  it('and a passive effect would be seen', () => {
    expect(
      lateListeners("useEffect(() => {\n  document.addEventListener('keydown', close);\n}, []);"),
    ).toHaveLength(1);
    expect(
      lateListeners("useLayoutEffect(() => {\n  document.addEventListener('keydown', close);\n}, []);"),
    ).toEqual([]);
  });
});
