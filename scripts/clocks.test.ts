import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

/**
 * Where code reads the browser's own clock: for spans between two of its own moments, and for what people entered on
 * it. A moment of the dashboard is compared with `serverNow` only.
 */
const OWN_CLOCK = [
  'components/audit/audit.tsx',
  'components/basket/kept-basket.ts',
  'components/compare/file-store.ts',
  'components/freshness/renewal-strip.tsx',
  'components/pods/pods-form.tsx',
  'components/saved-views/recent-list.ts',
  'components/saved-views/use-view-changes.ts',
  'components/scan/use-refresh.ts',
  'components/ui/use-client-time.ts',
  'components/ui/use-countdown.ts',
  'lib/clock/server-clock.ts',
  'lib/pods/local-time.ts',
  'lib/queries/asking.ts',
  'lib/queries/name-book.ts',
];

it('the clock of the browser is asked where it is the right one', () => {
  const files = ['components', 'lib'].flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.tsx?$/.test(name) && !/\.test(-kit)?\.tsx?$/.test(name))
      .map((name) => `${folder}/${name}`)
      .filter((file) => !file.startsWith('lib/server/')),
  );
  const asking = files.filter((file) =>
    /\bDate\.now\(\)|\bnew Date\(\)/.test(readFileSync(file, 'utf8').replace(/\/\*.*?\*\/|\/\/.*?$/gms, '')),
  );
  expect(asking.sort()).toEqual(OWN_CLOCK);
});
