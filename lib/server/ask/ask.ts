import 'server-only';
import type { AskHead, PlaceAnswer } from '@/lib/eni/ask';
import type { AskValue } from '@/lib/search/ask-values';
import type { Cell } from '../aliyun/client';
import type { Trace } from '../aliyun/upstream';
import { askPlace } from './place';

/** The places of an ask, in the order in which they are asked. */
export function headOf(values: readonly AskValue[], cells: readonly Cell[]): AskHead {
  return {
    values: values.map(({ value }) => value),
    places: cells.map(({ account, region }) => ({ account: account.name, region })),
  };
}

/** Asks every cell, several at a time, and gives each answer as soon as it is whole. */
export async function* askPlaces(
  cells: readonly Cell[],
  values: readonly AskValue[],
  readAll: boolean,
  trace: Trace,
): AsyncGenerator<PlaceAnswer, void> {
  const done: PlaceAnswer[] = [];
  let wake = () => {};
  let failure: unknown = null;
  for (const cell of cells)
    void askPlace(cell, values, readAll, trace)
      .then(
        (answer) => void done.push(answer),
        (error) => {
          failure = error;
        },
      )
      .finally(() => wake());
  for (let given = 0; given < cells.length; ) {
    const next = done.shift();
    if (next) {
      given++;
      yield next;
    } else if (failure !== null) throw failure;
    else
      await new Promise<void>((resolve) => {
        wake = resolve;
      });
  }
}
