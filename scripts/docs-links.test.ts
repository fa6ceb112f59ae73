import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { describe, expect, it } from 'vitest';

const markdown = ['README.md', 'CONTRIBUTING.md', 'SECURITY.md'].concat(
  ['docs', 'deploy', 'findings'].flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.md') && !name.includes('node_modules'))
      .map((name) => `${folder}/${name}`),
  ),
);

/** Text without its code, where brackets are not links. */
const prose = (text: string) =>
  text.replace(/```[\s\S]*?```/g, '').replace(/`[^`\n]*`/g, (code) => code.replace(/[[\]()]/g, ''));

/** The anchors that GitHub makes from a document's headings; a repeated one gets a number. */
function anchorsOf(file: string): Set<string> {
  const seen = new Map<string, number>();
  const text = readFileSync(file, 'utf8').replace(/```[\s\S]*?```/g, '');
  const own = [...text.matchAll(/<a (?:id|name)="([^"]+)"/g)].map(([, id = '']) => id);
  const made = [...text.matchAll(/^#{1,6} +(.+?) *#*$/gm)].map(([, heading = '']) => {
    const slug = heading
      .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\s_-]/gu, '')
      .replace(/\s/g, '-');
    const count = seen.get(slug) ?? 0;
    seen.set(slug, count + 1);
    return count === 0 ? slug : `${slug}-${count}`;
  });
  return new Set([...own, ...made]);
}

/** What is wrong with a link inside the repository; null where it leads somewhere. */
function faultOf(from: string, target: string): string | null {
  const [path = '', anchor] = target.split('#');
  const file = path === '' ? from : normalize(join(dirname(from), decodeURIComponent(path)));
  if (!existsSync(file)) return `${from}: ${target}: there is no ${file}`;
  if (anchor === undefined || !file.endsWith('.md')) return null;
  return anchorsOf(file).has(anchor) ? null : `${from}: ${target}: ${file} has no such heading`;
}

const LINK = /\]\((?!https?:|mailto:)([^)\s]+)\)/g;

describe('links in the docs', () => {
  it('lead to files and headings that are there', () => {
    const faults = markdown.flatMap((file) =>
      [...prose(readFileSync(file, 'utf8')).matchAll(LINK)].flatMap(([, to = '']) => faultOf(file, to) ?? []),
    );
    expect(faults).toEqual([]);
  });

  it('would be seen if they did not', () => {
    expect(faultOf('docs/API.md', 'NOWHERE.md')).toContain('there is no docs/NOWHERE.md');
    expect(faultOf('docs/API.md', '#nowhere')).toContain('no such heading');
    expect(faultOf('docs/API.md', 'PROBLEMS.md#out_of_range')).toBeNull();
  });
});

/** Places in the docs that comments name: `docs/UPSTREAM.md#lists`, `docs/decisions/0036`. */
const NAMED = /docs\/(?:[A-Z_]+\.md(?:#[\w-]+)?|decisions\/\d{4})/g;
const decisions = readdirSync('docs/decisions');

function isThere(named: string): boolean {
  if (named.startsWith('docs/decisions/')) return decisions.some((name) => name.startsWith(named.slice(-4)));
  return faultOf('README.md', named) === null;
}

it('comments name places in the docs that are there', () => {
  const sources = ['app', 'components', 'lib', 'emulator'].flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.tsx?$/.test(name))
      .map((name) => `${folder}/${name}`),
  );
  const named = sources.flatMap((file) =>
    (readFileSync(file, 'utf8').match(NAMED) ?? []).map((place) => ({ file, place })),
  );
  expect(named.length).toBeGreaterThan(50);
  expect(named.filter(({ place }) => !isThere(place))).toEqual([]);
});
