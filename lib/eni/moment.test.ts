import { expect, it } from 'vitest';
import { dayOf, stampOf } from './moment';

it.each([
  ['2026-01-01T23:00:00Z', '2026-01-01'],
  ['2026-01-02T02:00:00+08:00', '2026-01-01'],
  ['2026-01-01T20:00:00.5-08:00', '2026-01-02'],
  ['soon', 'soon'],
])('%s is of the day %s', (moment, day) => expect(dayOf(moment)).toBe(day));

it.each([
  ['UTC', '2026-01-01 18:00:00 UTC'],
  ['Asia/Shanghai', '2026-01-02 02:00:00 UTC+8'],
  ['Asia/Kolkata', '2026-01-01 23:30:00 UTC+5:30'],
])('says the zone %s', (zone, said) => expect(stampOf('2026-01-02T02:00:00+08:00', zone)).toBe(said));

it('leaves what is no moment as it came', () => expect(stampOf('soon', 'UTC')).toBe('soon'));
