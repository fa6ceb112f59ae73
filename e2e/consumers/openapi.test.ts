import { beforeAll, describe, expect, inject } from 'vitest';
import { type Eni, eniKey } from '../../lib/eni/eni';
import { toQueryString } from '../../lib/search/params';
import { type ClientSearch, SEARCHES } from './clients/searches';
import { type Compared, consumerTest, npmConsumer } from './consumer';
import { ask, enisOfSearch } from './estates';
import { compile, layOut, rowsBy, runTool } from './generated';

/** A search in the words of the address bar. */
function queryOf({ limit: _, ...search }: ClientSearch): string {
  return toQueryString(
    Object.entries(search).flatMap(([key, values]): [string, string][] =>
      key === 'tag' ? values.map((value) => [key, value]) : [[key, values.join(',')]],
    ),
  );
}

const expected = new Map<string, Eni[]>();

beforeAll(async () => {
  await layOut();
  for (const [name, search] of Object.entries(SEARCHES))
    expected.set(name, await enisOfSearch(queryOf(search)));
  const empty = [...expected].filter(([, enis]) => enis.length === 0).map(([name]) => name);
  expect(empty).toEqual(['a name with a comma, a star and a space']);
});

const byKey = (enis: readonly Eni[]) =>
  enis.map((eni): [string, Eni] => [eniKey(eni), eni]).toSorted(([a], [b]) => (a < b ? -1 : 1));

/** The searches of which a client gave other rows, or rows with other values, than `/api/enis` does. */
function otherThan(rows: Map<string, unknown[]>): string[] {
  return Object.keys(SEARCHES).filter((name) => {
    const read = (rows.get(name) ?? []) as Eni[];
    return JSON.stringify(byKey(read)) !== JSON.stringify(byKey(expected.get(name) ?? []));
  });
}

function compared(rows: Map<string, unknown[]>): Compared {
  const all = [...rows.values()].flat() as Eni[];
  const values = all.reduce((sum, eni) => sum + Object.keys(eni).length, 0);
  return { artefact: 'API', estate: 'demo', rows: all.length, values };
}

describe('the document', () => {
  const whole = async (): Promise<Compared> => {
    const { paths, components } = await (await ask('/api/openapi.json')).json();
    const names = Object.values(components).flatMap((part) => Object.keys(part as object));
    return { artefact: 'OpenAPI', estate: 'any', rows: Object.keys(paths).length, values: names.length };
  };

  consumerTest(npmConsumer('@redocly/cli'), 'has nothing to say against it', async () => {
    const report = await runTool('@redocly/cli/bin/cli.js', 'lint', 'openapi.json', '--format=json');
    expect(JSON.parse(report)).toMatchObject({ totals: { errors: 0, warnings: 0 } });
    return whole();
  });

  consumerTest(
    npmConsumer('@stoplight/spectral-cli', 'spectral'),
    'has nothing to say against it',
    async () => {
      const options = ['--ruleset=spectral.yaml', '--fail-severity=hint', '--format=json', '--quiet'];
      const report = await runTool(
        '@stoplight/spectral-cli/dist/index.js',
        'lint',
        'openapi.json',
        ...options,
      );
      expect(JSON.parse(report)).toEqual([]);
      return whole();
    },
  );
});

describe('a client, compiled strictly, reads all pages of every search as they are,', () => {
  consumerTest(npmConsumer('@hey-api/openapi-ts'), 'by its fetch client', async () => {
    const plugins = ['-p', '@hey-api/typescript', '@hey-api/sdk'];
    await runTool(
      '@hey-api/openapi-ts/bin/run.js',
      ...['-i', 'openapi.json', '-o', 'hey-api', '-c', '@hey-api/client-fetch', ...plugins],
    );
    await compile('by-hey-api.ts');
    const rows = await rowsBy('by-hey-api.ts', inject('dashboardUrl'));
    expect(otherThan(rows)).toEqual([]);
    return compared(rows);
  });

  for (const [name, program] of [
    ['orval-7', 'orval.js'],
    ['orval-8', 'orval.mjs'],
  ] as const)
    consumerTest(npmConsumer(name, name.replace('-', ' ')), 'by its fetch client', async () => {
      const output = ['--output', `${name}.ts`, '--client', 'fetch', '--mode', 'single'];
      await runTool(`${name}/dist/bin/${program}`, '--input', 'openapi.json', ...output);
      await compile(`by-${name}.ts`);
      const rows = await rowsBy(`by-${name}.ts`, inject('dashboardUrl'));
      expect(otherThan(rows)).toEqual([]);
      return compared(rows);
    });

  consumerTest(npmConsumer('openapi-fetch'), 'with the types of openapi-typescript', async () => {
    await runTool('openapi-typescript/bin/cli.js', 'openapi.json', '-o', 'openapi-typescript.ts');
    await compile('by-openapi-fetch.ts');
    const read = (way: string) => rowsBy('by-openapi-fetch.ts', inject('dashboardUrl'), way);
    const rows = await read('as it is');
    expect(otherThan(rows)).toEqual([]);
    expect(otherThan(await read('with the serializer of the docs'))).toEqual([]);
    expect(otherThan(await read('told not to explode'))).toEqual(['two tags, of which both hold']);
    return compared(rows);
  });
});
