import core, { $OpenApiUtil, OpenApiUtil } from '@alicloud/openapi-core';
import { RuntimeOptions } from '@darabonba/typescript';

// biome-ignore lint/suspicious/noExplicitAny: CommonJS with a default export inside the default export under native ESM.
const Client = (core as any).default ?? core;
const TIMEOUT = 20_000;

type Body = {
  NextToken?: string | null;
  NetworkInterfaceSets: { NetworkInterfaceSet: { NetworkInterfaceId: string }[] };
};

export type Sdk = {
  /** One call of DescribeNetworkInterfaces; resolves to the text of its answer. */
  list(query: Record<string, unknown>): Promise<string>;
};

/** The official SDK on an emulator, as its documents say to use it. */
export function createSdk(url: string): Sdk {
  const client = new Client(
    new $OpenApiUtil.Config({
      accessKeyId: 'emulator-prod-key',
      accessKeySecret: 'emulator-prod-secret',
      endpoint: url.slice('http://'.length),
      protocol: 'http',
      regionId: 'cn-hangzhou',
    }),
  );
  const params = new $OpenApiUtil.Params({
    action: 'DescribeNetworkInterfaces',
    version: '2014-05-26',
    protocol: 'HTTP',
    pathname: '/',
    method: 'POST',
    authType: 'AK',
    style: 'RPC',
    reqBodyType: 'formData',
    bodyType: 'string',
  });
  const timeouts = new RuntimeOptions({ readTimeout: TIMEOUT, connectTimeout: TIMEOUT });
  return {
    list: async (query) => {
      const request = new $OpenApiUtil.OpenApiRequest({
        query: OpenApiUtil.query({ RegionId: 'cn-hangzhou', ...query }),
      });
      return (await client.callApi(params, request, timeouts)).body;
    },
  };
}

export type LoopResult = { ids: string[]; calls: number; ms: number };

/** The loop over NextToken that everyone writes: one page after another, to the end or for so many calls. */
export async function readByNextToken(
  sdk: Sdk,
  size: number,
  mostCalls = Number.POSITIVE_INFINITY,
): Promise<LoopResult> {
  const started = performance.now();
  const ids: string[] = [];
  let calls = 0;
  let token: string | null | undefined;
  do {
    const body = JSON.parse(await sdk.list({ MaxResults: size, ...(token && { NextToken: token }) })) as Body;
    for (const row of body.NetworkInterfaceSets.NetworkInterfaceSet) ids.push(row.NetworkInterfaceId);
    calls += 1;
    token = body.NextToken;
  } while (token && calls < mostCalls);
  return { ids, calls, ms: performance.now() - started };
}
