import { once } from 'node:events';
import type { ServerResponse } from 'node:http';
import { eipsOf } from './actions/describe-eip-addresses';
import { toVSwitch } from './actions/describe-v-switches';
import { toVpc } from './actions/describe-vpcs';
import { toReservation } from './actions/list-v-switch-cidr-reservations';
import type { Emulator } from './emulator';
import type { Cell } from './estate/model';
import { stringify } from './json';
import type { Switches } from './settings';
import { toWire } from './wire';

const ROWS_AT_ONCE = 500;

/**
 * The whole truth, unpaged, to compare with any search over the API. Written in pieces, as an estate of 100,000 ENIs is
 * 120 MB of JSON.
 */
export async function sendEstate(
  emulator: Emulator,
  response: ServerResponse,
  query: URLSearchParams,
): Promise<void> {
  const { estate, settings } = emulator;
  const [account, region] = [query.get('account'), query.get('region')];
  const all = account === null ? estate.cells : emulator.cellsOf(account);
  const cells = all.filter((cell) => region === null || cell.region === region);
  response.writeHead(200, { 'content-type': 'application/json;charset=utf-8' });
  response.write(`{"seed":${estate.seed},"now":"${new Date(estate.now).toISOString()}","cells":[`);
  const gone = once(response, 'close').catch(() => undefined);
  for (const [index, cell] of cells.entries()) {
    for (const piece of cellPieces(cell, settings.switches)) {
      if (!response.write(index > 0 && piece.startsWith('{"account"') ? `,${piece}` : piece)) {
        await Promise.race([once(response, 'drain'), gone]);
      }
      if (response.destroyed) return;
    }
  }
  response.end(']}');
}

function* cellPieces(cell: Cell, switches: Switches): Generator<string> {
  const { account, ownerId, region, defaultResourceGroupId } = cell;
  const rest = {
    vSwitches: cell.vSwitches.map(toVSwitch),
    vpcs: cell.vpcs.map((vpc) => toVpc(vpc, region)),
    reservations: cell.reservations.map((reservation) => toReservation(reservation, cell)),
    securityGroups: cell.securityGroups.map(({ id, name }) => ({
      SecurityGroupId: id,
      SecurityGroupName: name,
    })),
    eips: eipsOf(cell, region),
    instances: cell.instances.map((instance) => ({
      InstanceId: instance.id,
      InstanceName: instance.name,
      SecurityGroupIds: instance.securityGroupIds,
      NetworkInterfaceIds: instance.enis.map((eni) => eni.id),
    })),
  };
  yield `${JSON.stringify({ account, ownerId, region, defaultResourceGroupId, ...rest }).slice(0, -1)},"enis":[`;
  for (let from = 0; from < cell.enis.length; from += ROWS_AT_ONCE) {
    const rows = cell.enis.slice(from, from + ROWS_AT_ONCE).map((eni) => stringify(toWire(eni, switches)));
    yield `${from > 0 ? ',' : ''}${rows.join(',')}`;
  }
  yield ']}';
}
