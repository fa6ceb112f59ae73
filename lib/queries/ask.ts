import type * as z from 'zod/mini';
import { type AskHead, askHeadSchema, type PlaceAnswer, placeAnswerSchema } from '@/lib/eni/ask';
import type { Place } from '@/lib/eni/page';
import { placeKey } from '@/lib/eni/place';
import { ProblemError } from '@/lib/eni/problem';
import { gridsOf } from './ask-grids';
import { refusalOf } from './fetch-json';
import { reach } from './foreign-answer';
import { jsonLines } from './json-lines';
import { routes } from './routes';

/** The question. */
export type Asked = {
  /** Exact values: addresses, MACs, ids. */
  values: readonly string[];
  /** Exact names of ENIs and instances. */
  names: readonly string[];
  /** Where; everywhere unless given. */
  places?: readonly Place[];
  /** Places that are dear to read are read too. */
  read?: boolean;
};

type Hearing = {
  signal?: AbortSignal;
  onHead: (head: AskHead) => void;
  onPlace: (answer: PlaceAnswer) => void;
};

function unknownForm(): ProblemError {
  return new ProblemError('upstream_bad_payload', {
    detail: 'The dashboard answered in a form that this page does not know. Reload the page.',
  });
}

function parsed<T>(schema: z.ZodMiniType<T>, value: unknown): T {
  const result = schema.safeParse(value);
  if (!result.success) throw unknownForm();
  return result.data;
}

/** The answer broke off: the places that it did not get to say. */
function brokenOff(missing: readonly Place[]): ProblemError {
  const places = missing.map(placeKey).join(', ');
  return new ProblemError('dashboard_unreachable', {
    detail: `The answer of the dashboard broke off${places && ` before it came to ${places}`}.`,
    failures: missing.map(({ account, region }) => ({ account, region, code: 'dashboard_unreachable' })),
  });
}

type Opened = { head: AskHead; lines: AsyncGenerator<unknown, void> };

async function nextOf(lines: Opened['lines'], missing: readonly Place[], signal?: AbortSignal) {
  try {
    return await lines.next();
  } catch (error) {
    signal?.throwIfAborted();
    throw error instanceof SyntaxError ? unknownForm() : brokenOff(missing);
  }
}

async function open(url: string, signal?: AbortSignal): Promise<Opened> {
  const headers = { accept: 'application/x-ndjson' };
  const response = await reach(url, { ...(signal && { signal }), headers });
  if (!response.ok) throw await refusalOf(response);
  if (!response.body) throw brokenOff([]);
  const lines = jsonLines(response.body);
  const first = await nextOf(lines, [], signal);
  if (first.done) throw brokenOff([]);
  return { head: parsed(askHeadSchema, first.value), lines };
}

async function listen({ head, lines }: Opened, { signal, onPlace }: Hearing): Promise<void> {
  const missing = new Map(head.places.map((place) => [placeKey(place), place]));
  for (;;) {
    const next = await nextOf(lines, [...missing.values()], signal);
    if (next.done) break;
    const answer = parsed(placeAnswerSchema, next.value);
    missing.delete(placeKey(answer));
    onPlace(answer);
  }
  signal?.throwIfAborted();
  if (missing.size > 0) throw brokenOff([...missing.values()]);
}

/**
 * Asks every account and region, or the places named, for exact values and names. `onHead` hears once which places will
 * be told of, then `onPlace` each of them as soon as it has answered. Resolves when all of them have.
 * @throws ProblemError with the server's problem; where the answer broke off, with the places that are missing
 * @throws TypeError when the dashboard itself cannot be reached
 */
export async function askEverywhere(asked: Asked, hearing: Hearing): Promise<void> {
  const { places, values, names, read = false } = asked;
  const scopes = places ? gridsOf(places) : [{ accounts: [], regions: [] }];
  const answers = await Promise.all(
    scopes.map((scope) => open(routes.api.ask({ values, names, scope, read }), hearing.signal)),
  );
  hearing.onHead({
    values: answers[0]?.head.values ?? [],
    places: answers.flatMap(({ head }) => head.places),
  });
  await Promise.all(answers.map((answer) => listen(answer, hearing)));
}
