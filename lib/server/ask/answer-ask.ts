import 'server-only';
import type { AskAnswer, PlaceAnswer } from '@/lib/eni/ask';
import type { Trace } from '../aliyun/upstream';
import { chunkStream } from '../export/chunk-stream';
import type { AskRequest } from '../http/ask-parameters';
import { DEADLINE, json, type LongAnswer } from '../http/handler';
import type { GrantedScope } from '../scope';
import { timeLimit } from '../time-limit';
import { askPlaces, headOf } from './ask';
import { inTurn } from './in-turn';

/** How long places may be read at most, in ms, for a caller who asked to read costly places. */
const LONGEST = 30 * 60_000;

const line = (value: unknown) => Buffer.from(`${JSON.stringify(value)}\n`);

/** Whether the caller wants one JSON object instead of lines. */
function wantsOneObject(accept: string | null): boolean {
  return /\bapplication\/json\b/.test(accept ?? '') && !/ndjson|\*\/\*/.test(accept ?? '');
}

/**
 * The answer to `GET /api/ask`: a line that says what is looked for where, then a line for each place as soon as that
 * is done.
 */
export async function answerAsk(
  scope: GrantedScope,
  { values, readAll }: Pick<AskRequest, 'values' | 'readAll'>,
  asked: { trace: Trace; gone: AbortSignal; accept: string | null },
): Promise<Response | LongAnswer> {
  const { cells } = scope;
  const head = headOf(values, scope);
  const leaving = new AbortController();
  const leave = () => leaving.abort();
  asked.gone.addEventListener('abort', leave, { once: true });
  const limit = timeLimit(readAll ? LONGEST : DEADLINE, leaving.signal);
  const over = () => {
    asked.gone.removeEventListener('abort', leave);
    limit.clear();
  };
  const trace: Trace = { ...asked.trace, signal: limit.signal, calls: [] };
  const places = inTurn<PlaceAnswer>((give) => askPlaces(scope, { values, readAll, trace }, give));
  if (wantsOneObject(asked.accept)) {
    const answers: PlaceAnswer[] = [];
    try {
      for await (const place of places) answers.push(place);
    } finally {
      over();
      asked.trace.calls.push(...trace.calls);
    }
    const inOrder = head.places.flatMap(({ account, region }) =>
      answers.filter((each) => each.account === account && each.region === region),
    );
    return json({ ...head, places: inOrder } satisfies AskAnswer);
  }
  let given = 0;
  async function* lines(): AsyncGenerator<Uint8Array, void> {
    try {
      yield line(head);
      for await (const place of places) {
        given++;
        yield line(place);
      }
    } finally {
      // A reader who takes no more lines wants no more calls.
      leave();
    }
  }
  const { stream, ended } = chunkStream(lines(), asked.gone);
  const headers = { 'content-type': 'application/x-ndjson', 'cache-control': 'no-store' };
  return {
    response: new Response(stream, { headers }),
    ended: ended.then(() => {
      over();
      return { places: given, complete: given === cells.length, calls: trace.calls.length };
    }),
  };
}
