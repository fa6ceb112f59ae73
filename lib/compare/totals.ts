import { eipsOf } from '@/lib/eni/eni';
import { privateAddressCount } from '@/lib/eni/eni-address';
import type { Side } from './side';

/** The totals of a side's ENIs. `addresses` are private IPv4 addresses, those in delegated prefixes not counted. */
export type SideTotals = { enis: number; addresses: number; eips: number };

export const TOTALS = ['enis', 'addresses', 'eips'] as const satisfies readonly (keyof SideTotals)[];

/** Rows looked at in one step. */
const STEP = 2000;

/** @yields often enough for a page to be drawn in between */
export function* totalSteps({ enis }: Pick<Side, 'enis'>): Generator<void, SideTotals, void> {
  const totals: SideTotals = { enis: 0, addresses: 0, eips: 0 };
  for (const eni of enis) {
    if (totals.enis % STEP === 0) yield;
    totals.enis++;
    totals.addresses += privateAddressCount(eni);
    totals.eips += eipsOf(eni).length;
  }
  return totals;
}
