import type { Cell } from '../estate/model';
import type { AccessKey } from '../keys';
import type { Params } from '../params';
import type { Settings } from '../settings';

export type PagingFault = 'expireTokens' | 'repeatToken' | 'emptyPage' | 'shortPage' | 'extraToken';

/** What an action may know of the emulator around it. */
export interface EmulatorView {
  settings: Settings;
  tokenSecret: string;
  /** Goes up when all tokens given so far are to expire. */
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

export interface Action {
  name: string;
  version: '2014-05-26' | '2016-04-28';
  /** Any RegionId will do, or none. */
  isGlobal?: boolean;
  run(call: Call): Body;
}
