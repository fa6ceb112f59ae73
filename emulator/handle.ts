import { type PagingFault, PRODUCTS } from './actions/call';
import { actionOf } from './actions/table';
import type { Emulator } from './emulator';
import { DOCUMENTED_ERRORS } from './error-table';
import { ApiError, forbidden, invalidRegion, missingParameter, throttled, unknownAction } from './errors';
import { regionOf } from './estate/regions';
import type { FaultRule } from './faults';
import type { AccessKey } from './keys';
import type { Params } from './params';
import { type SignedRequest, verify } from './signature';

export interface IncomingCall {
  action: string;
  version: string;
  request: SignedRequest;
  /** What limits count by: a call is counted when it comes, however long its answer takes. */
  arrivedAt: number;
  params: Params;
  /** The rule that makes this call an error, if one does. */
  fault: FaultRule | null;
  paging: PagingFault | null;
}

/** The body of the answer; throws ApiError. Order: action, signature, throttling, permission, parameters. */
export function handle(emulator: Emulator, call: IncomingCall): Record<string, unknown> {
  const { settings } = emulator;
  const { request, params } = call;
  if (request.method !== 'GET' && request.method !== 'POST') {
    throw new ApiError(405, 'UnsupportedHTTPMethod', 'This http method is not supported.');
  }
  const action = actionOf(call.action, call.version);
  if (!action) throw unknownAction();
  const key = verify(request, {
    nonces: emulator.nonces,
    now: emulator.now(),
    echoStringToSign: settings.switches.echoStringToSign,
  });
  const region = params.text('RegionId') ?? '';
  checkLimits(emulator, key, region, call);
  if (isDenied(key, call.action, region)) {
    throw forbidden(
      PRODUCTS[action.version],
      call.action,
      ownerOf(emulator, key),
      !key.denied?.withoutDetail,
    );
  }
  const regionId = action.isGlobal ? region || 'cn-hangzhou' : region || regionOfVpc(emulator, key, params);
  if (regionId === null) throw missingParameter('RegionId');
  if (!action.isGlobal && !regionOf(regionId)) throw invalidRegion();
  const cell = emulator.cell(key.account, regionOf(regionId) ? regionId : 'cn-hangzhou');
  if (!cell) throw invalidRegion();
  if (settings.switches.churn && call.action === 'DescribeNetworkInterfaces') emulator.churn.step(cell);
  return action.run({
    action: call.action,
    params,
    region: regionId,
    key,
    cell,
    paging: call.paging,
    emulator,
  });
}

const UNDOCUMENTED = {
  status: 500,
  message: 'The request processing has failed due to some unknown error.',
};

function checkLimits(emulator: Emulator, key: AccessKey, region: string, call: IncomingCall): void {
  const { settings } = emulator;
  const { throttleStatus } = settings.switches;
  const { fault } = call;
  if (fault?.effect === 'throttle') throw throttled(fault.status ?? throttleStatus, fault.retryAfterMs);
  if (fault?.effect === 'error') {
    const { code = 'InternalError' } = fault;
    const documented = DOCUMENTED_ERRORS[code] ?? UNDOCUMENTED;
    const extras = fault.retryAfterMs === undefined ? {} : { retryAfterMs: fault.retryAfterMs };
    throw new ApiError(fault.status ?? documented.status, code, fault.message ?? documented.message, extras);
  }
  const always = key.throttled;
  if (always && (always.regions?.includes(region) ?? true)) throw throttled(throttleStatus);
  emulator.throttle.check(`${key.account} ${region} ${call.action}`, settings, call.arrivedAt);
}

function isDenied(key: AccessKey, action: string, region: string): boolean {
  if (!key.denied) return false;
  const { actions, regions } = key.denied;
  return (actions?.includes(action) ?? true) && (regions?.includes(region) ?? true);
}

function ownerOf(emulator: Emulator, key: AccessKey): string {
  return emulator.cell(key.account, 'cn-hangzhou')?.ownerId ?? '';
}

/** DescribeVSwitches takes a VpcId in place of the region. */
function regionOfVpc(emulator: Emulator, key: AccessKey, params: Params): string | null {
  const vpcId = params.text('VpcId');
  const cell = emulator.cellsOf(key.account).find(({ vpcs }) => vpcs.some((vpc) => vpc.id === vpcId));
  return cell?.region ?? null;
}
