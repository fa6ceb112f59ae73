import type { IncomingMessage, ServerResponse } from 'node:http';
import { changeEstate, parseEstateChanges } from './control-changes';
import type { Emulator } from './emulator';
import { sendEstate } from './estate-dump';
import { parseFaultRules } from './faults';
import { stringify } from './json';
import { KEYS } from './keys';
import { parseSettingsPatch } from './settings';

type Route = (emulator: Emulator, body: unknown) => unknown;

const ROUTES: Record<string, Route> = {
  'GET /calls': (emulator) => ({ calls: emulator.calls.list() }),
  'POST /reset': (emulator) => {
    emulator.reset();
    return { ok: true };
  },
  'GET /faults': (emulator) => ({ faults: emulator.faults.list() }),
  'POST /faults': (emulator, body) => {
    const rules = parseFaultRules(body);
    emulator.faults.add(rules);
    return { ok: true, rules: rules.length };
  },
  'DELETE /faults': (emulator) => {
    emulator.faults.set([]);
    return { ok: true };
  },
  'POST /changes': (emulator, body) => ({ enis: changeEstate(emulator, parseEstateChanges(body)) }),
  'GET /settings': (emulator) => emulator.settings,
  'POST /settings': (emulator, body) => {
    emulator.change(parseSettingsPatch(body));
    return emulator.settings;
  },
  'POST /expire-tokens': (emulator) => {
    emulator.tokenEpoch += 1;
    return { ok: true };
  },
  'GET /keys': () => ({ keys: KEYS }),
};

/** Answers `/_emulator/…`: unsigned, for tests and people. Anything wrong is a 400 that says what. */
export async function control(
  emulator: Emulator,
  request: IncomingMessage,
  response: ServerResponse,
  body: Buffer,
): Promise<void> {
  const url = new URL(request.url ?? '/', 'http://emulator');
  const path = url.pathname.slice('/_emulator'.length);
  if (request.method === 'GET' && path === '/estate') return sendEstate(emulator, response, url.searchParams);
  const route = ROUTES[`${request.method} ${path}`];
  if (!route) {
    answer(response, 404, { error: 'no such route', routes: ['GET /estate', ...Object.keys(ROUTES)] });
    return;
  }
  try {
    const input: unknown = body.length > 0 ? JSON.parse(body.toString('utf8')) : {};
    answer(response, 200, route(emulator, input));
  } catch (error) {
    answer(response, 400, { error: error instanceof Error ? error.message : String(error) });
  }
}

function answer(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json;charset=utf-8' });
  response.end(stringify(body));
}
