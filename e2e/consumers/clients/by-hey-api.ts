import { client } from './hey-api/client.gen';
import { getApiEnis } from './hey-api/sdk.gen';
import { printPages } from './print-pages';

client.setConfig({ baseUrl: process.argv[2] ?? '' });
await printPages(async (query) => (await getApiEnis({ query, throwOnError: true })).data);
