import { expect, test } from 'vitest';
import { fromLocalTime, toLocalTime } from './local-time';

test('a moment comes out of a field of local time to the minute', () => {
  for (const moment of ['2026-04-09T01:58:31Z', '2026-12-31T23:59:59Z', '2026-01-01T00:00:00Z']) {
    const whole = new Date(Math.floor(Date.parse(moment) / 60_000) * 60_000);
    expect(fromLocalTime(toLocalTime(new Date(moment)))).toEqual(whole);
  }
});
