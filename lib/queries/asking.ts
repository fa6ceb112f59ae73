import { type QueryClient, queryOptions } from '@tanstack/react-query';
import { type Heard, withAnswer } from '@/lib/answer/heard';
import type { Place } from '@/lib/eni/page';
import { type Asked, askEverywhere } from './ask';

/** The answers of the places, and how long they took once all have come. */
export type Asking = Omit<Heard, 'isAsking'> & { ms: number | null };

const NOTHING: Asking = { head: null, answers: [], ms: null };

type Wanted = Pick<Asked, 'values' | 'names'>;

const keyOf = ({ values, names }: Wanted) => ['ask', values.join(), names.join('\n')];

/**
 * Asks every place. The answer of each place is in the cache as soon as it comes; when asked again, a place keeps its
 * earlier answer until the new one comes.
 */
export const askQuery = (client: QueryClient, wanted: Wanted) =>
  queryOptions({
    queryKey: keyOf(wanted),
    queryFn: async ({ signal }): Promise<Asking> => {
      const from = Date.now();
      const key = keyOf(wanted);
      let now = client.getQueryData<Asking>(key) ?? NOTHING;
      const put = (change: Partial<Asking>) => {
        now = { ...now, ...change };
        if (!signal.aborted) client.setQueryData(key, now);
      };
      await askEverywhere(wanted, {
        signal,
        onHead: (head) => put({ head }),
        onPlace: (answer) => put({ answers: withAnswer(now.answers, answer) }),
      });
      return { ...now, ms: Date.now() - from };
    },
    staleTime: Number.POSITIVE_INFINITY,
    retry: false,
  });

/**
 * Asks one place again, whatever it costs where `read` says so, and puts what it says in the place of what it said.
 * @throws as {@link askEverywhere}
 */
export async function askPlaceAgain(
  client: QueryClient,
  wanted: Wanted,
  place: Place,
  read: boolean,
): Promise<void> {
  await askEverywhere(
    { ...wanted, places: [place], read },
    {
      onHead: () => {},
      onPlace: (answer) =>
        client.setQueryData<Asking>(keyOf(wanted), (now = NOTHING) => ({
          ...now,
          answers: withAnswer(now.answers, answer),
        })),
    },
  );
}
