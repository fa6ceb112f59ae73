import core, { $OpenApiUtil, OpenApiUtil } from '@alicloud/openapi-core';
import { RuntimeOptions } from '@darabonba/typescript';
import { expect } from 'vitest';

// biome-ignore lint/suspicious/noExplicitAny: CommonJS with a default export inside the default export under native ESM.
const Client = (core as any).default ?? core;

interface Answer {
  body: string;
  headers: Record<string, string>;
  statusCode: number;
}

export const LIST = 'DescribeNetworkInterfaces';
export const HANGZHOU = { RegionId: 'cn-hangzhou' };
export const rowsOf = (body: {
  NetworkInterfaceSets: { NetworkInterfaceSet: { NetworkInterfaceId: string }[] };
}) => body.NetworkInterfaceSets.NetworkInterfaceSet;

/** Calls the emulator as the dashboard does: with the official SDK. */
export function createSdk(url: string) {
  async function send(
    action: string,
    query: Record<string, unknown>,
    {
      key = 'prod',
      version = '2014-05-26',
      method = 'POST',
      securityToken = undefined as string | undefined,
    } = {},
  ): Promise<Answer> {
    const client = new Client(
      new $OpenApiUtil.Config({
        accessKeyId: `emulator-${key}-key`,
        accessKeySecret: `emulator-${key}-secret`,
        ...(securityToken ? { securityToken } : {}),
        endpoint: url.slice('http://'.length),
        protocol: 'http',
        regionId: 'cn-hangzhou',
      }),
    );
    const params = new $OpenApiUtil.Params({
      action,
      version,
      protocol: 'HTTP',
      pathname: '/',
      method,
      authType: 'AK',
      style: 'RPC',
      reqBodyType: 'formData',
      bodyType: 'string',
    });
    const request = new $OpenApiUtil.OpenApiRequest({ query: OpenApiUtil.query(query) });
    return client.callApi(params, request, new RuntimeOptions({ readTimeout: 5000, connectTimeout: 5000 }));
  }

  async function call(action: string, query: Record<string, unknown>, options = {}) {
    return JSON.parse((await send(action, query, options)).body);
  }

  async function failure(action: string, query: Record<string, unknown>, options = {}) {
    return send(action, query, options).then(
      () => expect.unreachable('the call should fail'),
      (error) => error,
    );
  }
  return { send, call, failure };
}
