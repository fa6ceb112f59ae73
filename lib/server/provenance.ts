import 'server-only';
import type { Caveat, UpstreamCall } from '@/lib/eni/page';
import { placeKey } from '@/lib/eni/place';

/** When the oldest of these answers was given, or now if no call was made. ISO 8601. */
export function asOfOldest(calls: readonly UpstreamCall[], now: number): string {
  const times = calls.map(({ asOf }) => Date.parse(asOf));
  return new Date(Math.min(now, ...times)).toISOString();
}

/** Notes about old answers in use: one for each account and region, about the oldest. */
export function staleCaveats(calls: readonly UpstreamCall[], now: number): Caveat[] {
  const oldest = new Map<string, UpstreamCall>();
  for (const call of calls) {
    const place = placeKey(call);
    const known = oldest.get(place);
    if (call.stale !== null && (!known || call.asOf < known.asOf)) oldest.set(place, call);
  }
  return [...oldest.values()].flatMap(({ account, region, stale, asOf }) =>
    stale === null
      ? []
      : [
          {
            code: 'stale' as const,
            account,
            region,
            because: stale,
            ageSeconds: Math.round((now - Date.parse(asOf)) / 1000),
          },
        ],
  );
}
