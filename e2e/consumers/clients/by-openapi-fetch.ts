import createClient, { type ClientOptions } from 'openapi-fetch';
import type { paths } from './openapi-typescript';
import { printPages } from './print-pages';
import { querySerializer } from './serializer';

const SERIALIZERS: Record<string, ClientOptions['querySerializer']> = {
  'as it is': undefined,
  'with the serializer of the docs': querySerializer,
  'told not to explode': { array: { style: 'form', explode: false } },
};

const [, , baseUrl = '', way = ''] = process.argv;
const chosen = SERIALIZERS[way];
const client = createClient<paths>({ baseUrl, ...(chosen && { querySerializer: chosen }) });

await printPages(async (query) => {
  const { data, error } = await client.GET('/api/enis', { params: { query } });
  if (!data) throw new Error(error.code);
  return data;
});
