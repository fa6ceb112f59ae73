import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Eni } from '@/lib/eni/eni';
import { ADDRESS_FACTS } from './address-facts.test-kit';
import { ENI_FACTS } from './eni-facts.test-kit';
import type { EniPlaces, Places } from './eni-places.test-kit';
import { shownOf } from './eni-shown.test-kit';
import { auditPlaces, demoPlaces, NOW, oddPlace, type Place } from './estates.test-kit';
import { LIST_FACTS } from './list-facts.test-kit';
import { VSWITCH_FACTS } from './vswitch-facts.test-kit';
import { vSwitchPlaces } from './vswitch-places.test-kit';

const FACTS_OF_ENIS = { ...ENI_FACTS, ...ADDRESS_FACTS, ...LIST_FACTS };

/** The places that have told each fact so far. */
const told = new Map<string, Set<string>>();

/** Describes where places that tell a fact differ; null where they agree. */
function disagreement(fact: string, places: Places, of: string): string | null {
  const said = Object.entries(places).filter(([, value]) => value !== null && value !== undefined);
  const known = told.get(fact) ?? new Set();
  for (const [place] of said) known.add(place);
  told.set(fact, known);
  const different = new Set(said.map(([, value]) => String(value)));
  if (different.size <= 1) return null;
  return `${fact} of ${of}: ${said.map(([place, value]) => `${place} = ${JSON.stringify(value)}`).join(', ')}`;
}

/**
 * Where the places of a place's facts differ.
 * @param isDrawn of the ENI or vSwitch at a place in its list, whether it is drawn too
 * @param every so many of the ENIs are looked at one by one; vSwitches are measured with all of them
 */
function disagreements({ enis, vSwitches }: Place, isDrawn: (at: number) => boolean, every = 1): string[] {
  const few = enis.slice(0, 50);
  const ofEnis = enis.flatMap((eni, n) => {
    if (n % every !== 0) return [];
    const copy = JSON.parse(JSON.stringify(eni)) as Eni;
    const at: EniPlaces = { eni, copy, shown: isDrawn(n) ? shownOf(eni) : null, all: few, now: NOW };
    return Object.entries(FACTS_OF_ENIS).map(([fact, placesOf]) => disagreement(fact, placesOf(at), eni.id));
  });
  const ofVSwitches = vSwitchPlaces(vSwitches, enis, NOW, isDrawn(0)).flatMap((at) =>
    Object.entries(VSWITCH_FACTS).map(([fact, placesOf]) => disagreement(fact, placesOf(at), at.vSwitch.id)),
  );
  return [...ofEnis, ...ofVSwitches].filter((each) => each !== null);
}

/** How many odd estates are compared, and which share of them is drawn too. */
const RUNS = Number(process.env.PROPERTY_RUNS ?? 2000);
const DRAWN = 20;
/** The interval between compared ENIs of the audit estate, whose thousands are much alike. */
const AUDITED = 8;

describe('every place tells a fact as the others do', () => {
  it('over the estate of the demo', () => {
    expect(demoPlaces(300).flatMap((place) => disagreements(place, (n) => n % DRAWN === 0))).toEqual([]);
  }, 120_000);

  it('over the estate that audits are tried on', () => {
    const isDrawn = (n: number) => n % (AUDITED * DRAWN) === 0;
    expect(auditPlaces().flatMap((place) => disagreements(place, isDrawn, AUDITED))).toEqual([]);
  }, 120_000);

  it('over odd estates', () => {
    let runs = 0;
    fc.assert(
      fc.property(oddPlace, (place) => {
        const isDrawn = runs++ % DRAWN === 0;
        expect(disagreements(place, (n) => isDrawn && n === 0)).toEqual([]);
      }),
      { numRuns: RUNS },
    );
  }, 120_000);

  it('of thirty facts and more, each at four places and more', () => {
    expect(told.size).toBeGreaterThanOrEqual(30);
    expect([...told].filter(([, places]) => places.size < 4)).toEqual([]);
  });
});
