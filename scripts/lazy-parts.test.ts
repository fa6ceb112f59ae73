import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

/**
 * Parts that are fetched when they are wanted, and have no boundary of their own: `dynamic` makes one only without the
 * server or with a `loading`. Without it, the nearest one hides all that it holds while the part is on its way.
 */
const withoutBoundary = (text: string): string[] =>
  [...text.matchAll(/= dynamic\((?:[^\n]*\);|[\s\S]*?\n\}?\);)\n/g)]
    .map(([call]) => call)
    .filter((call) => !/\bssr: false\b|\bloading:/.test(call));

const files = readdirSync('components', { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.tsx'))
  .map((name) => `components/${name}`);

describe('what is fetched late hides nothing that is there', () => {
  it('in every component', () => {
    const found = files.flatMap((file) =>
      withoutBoundary(readFileSync(file, 'utf8')).map((call) => `${file}: ${call}`),
    );
    expect(found).toEqual([]);
  });

  it('and a part without a boundary would be seen', () => {
    const part = "const Menu = dynamic(() => import('./menu').then((file) => file.Menu)";
    expect(withoutBoundary(`${part});\n`)).toHaveLength(1);
    expect(withoutBoundary(`${part}, { ssr: false });\n`)).toEqual([]);
    expect(withoutBoundary(`${part}, {\n  loading: Frame,\n});\n`)).toEqual([]);
  });
});
