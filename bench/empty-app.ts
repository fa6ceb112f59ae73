import { once } from 'node:events';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { cleanEnvironment } from '../scripts/lib/environment.mjs';
import { nextBin, root } from '../scripts/lib/paths.mjs';
import { freePort, waitForAnswer } from '../scripts/lib/ports.mjs';
import { run, start } from '../scripts/lib/processes.mjs';

/** Inside the project, so that its packages are the project's. */
const FOLDER = `${root}.next-bench`;

/** One page that uses the libraries of the explorer's first view, each as little as that takes. */
const FILES: Record<string, string> = {
  'package.json': '{"name":"empty","private":true,"type":"module"}',
  'next.config.mjs': 'export default { poweredByHeader: false, devIndicators: false };',
  // Turbopack would take the project's, which wants the guard.
  'instrumentation.js': 'export function register() {}',
  'app/layout.jsx':
    'export default ({ children }) => <html lang="en"><head /><body>{children}</body></html>;',
  'app/page.jsx': `
import { Empty } from './empty';
export const dynamic = 'force-dynamic';
export default function Page() { return <Empty />; }`,
  'app/empty.jsx': `'use client';
import { QueryClient, QueryClientProvider, infiniteQueryOptions, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { columnOrderingFeature, columnSizingFeature, columnVisibilityFeature, flexRender, tableFeatures, useTable } from '@tanstack/react-table';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useRef, useState } from 'react';
import { Button } from 'react-aria-components/Button';
import { Dialog, DialogTrigger } from 'react-aria-components/Dialog';
import { I18nProvider } from 'react-aria-components/I18nProvider';
import { Popover } from 'react-aria-components/Popover';

const features = tableFeatures({ columnOrderingFeature, columnSizingFeature, columnVisibilityFeature });
const columns = [{ id: 'a', accessorKey: 'a', header: 'a', cell: (cell) => cell.getValue() }];
const data = [{ a: 1 }];
const rows = infiniteQueryOptions({
  queryKey: ['rows'], queryFn: () => data, initialPageParam: null, getNextPageParam: () => null, enabled: false,
});

function Table() {
  useQuery({ queryKey: ['one'], queryFn: () => data, enabled: false });
  useInfiniteQuery(rows);
  const scroller = useRef(null);
  const table = useTable({ features, columns, data });
  const drawn = useVirtualizer({ count: 1, getScrollElement: () => scroller.current, estimateSize: () => 28 });
  return (
    <main ref={scroller}>
      {drawn.getVirtualItems().length}
      {table.getHeaderGroups()[0]?.headers.map((header) => flexRender(header.column.columnDef.header, header.getContext()))}
      <DialogTrigger><Button>open</Button><Popover><Dialog aria-label="x">x</Dialog></Popover></DialogTrigger>
    </main>
  );
}

export function Empty() {
  const [client] = useState(() => new QueryClient());
  return <I18nProvider locale="en"><QueryClientProvider client={client}><Table /></QueryClientProvider></I18nProvider>;
}`,
};

/** Builds the empty app and starts it; `stop` ends it and removes it. */
export async function startEmptyApp(): Promise<{ url: string; stop(): Promise<void> }> {
  rmSync(FOLDER, { recursive: true, force: true });
  for (const [path, content] of Object.entries(FILES)) {
    mkdirSync(dirname(`${FOLDER}/${path}`), { recursive: true });
    writeFileSync(`${FOLDER}/${path}`, content);
  }
  const env = cleanEnvironment({ NODE_ENV: 'production' });
  const built = await run(process.execPath, [nextBin, 'build', FOLDER], {
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  if (built.code !== 0) throw new Error(`the empty app did not build:\n${built.output}`);
  const port = await freePort();
  const child = start(process.execPath, [nextBin, 'start', FOLDER, '-H', '127.0.0.1', '-p', String(port)], {
    env,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const ended = once(child, 'exit');
  const url = `http://127.0.0.1:${port}`;
  await waitForAnswer(url, 60, () => child.exitCode !== null);
  return {
    url,
    stop: async () => {
      child.kill('SIGTERM');
      await ended;
      rmSync(FOLDER, { recursive: true, force: true });
    },
  };
}
