import { getApiEnis } from './orval-7';
import { printPages } from './print-pages';

// The generated client sends requests to the origin of its page, and Node has none.
const { fetch: send } = globalThis;
globalThis.fetch = (input, init) => send(new URL(String(input), process.argv[2]), init);

await printPages(async (query) => {
  const { status, data } = await getApiEnis(query);
  if (status !== 200) throw new Error(data.code);
  return data;
});
