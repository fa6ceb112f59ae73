import type { Cell } from '../estate/model';
import type { AccessKey } from '../keys';
import type { Params } from '../params';
import type { Settings } from '../settings';

export type PagingFault = 'expireTokens' | 'repeatToken' | 'emptyPage' | 'shortPage' | 'extraToken';

/** What an action may know of the emulator around it. */
export interface EmulatorView {
  settings: Settings;
  tokenSecret: string;
  /** Increases when all tokens given so far should expire. */
  tokenEpoch: number;
  now(): number;
}

/** One verified call. */
export interface Call {
  action: string;
  params: Params;
  region: string;
  key: AccessKey;
  cell: Cell;
  /** A fault of the page that this one call is to have. */
  paging: PagingFault | null;
  emulator: EmulatorView;
}

/** The body of the answer, without RequestId. */
export type Body = Record<string, unknown>;

/** The product of each version of an API, as RAM spells it. */
export const PRODUCTS = {
  '2014-05-26': 'ecs',
  '2016-04-28': 'vpc',
  '2018-08-08': 'eci',
  '2020-04-15': 'privatelink',
  '2022-04-30': 'nlb',
  '2023-02-28': 'vpcipam',
  '2024-04-15': 'gwlb',
} as const;

export type ApiVersion = keyof typeof PRODUCTS;

export interface Action {
  name: string;
  version: ApiVersion;
  /** Any RegionId will do, or none. */
  isGlobal?: boolean;
  run(call: Call): Body;
}
