import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { ASKER_HEADER, askerOf, type Person, peerOf, stampOf } from './asker';

const lin: Person = {
  kind: 'person',
  issuer: 'https://id.example.com',
  subject: '00u1abcd',
  name: '林晓',
  email: null,
  who: ['group:net-admins'],
  mode: 'oidc',
  sessionId: 'abc',
  endsAt: 1_780_000_000_000,
};

test('a person comes back from the stamp as they went in, whatever they are called', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.array(fc.string()), (name, who) => {
      const person = { ...lin, name, who };
      const stamp = stampOf(person);
      expect(stamp).toMatch(/^[\w-]+$/);
      expect(askerOf(new Headers({ [ASKER_HEADER]: stamp }), 'oidc')).toEqual(person);
    }),
  );
});

test('without sign-in everybody is nobody in particular', () => {
  expect(askerOf(new Headers(), 'none')).toEqual({ kind: 'none' });
  expect(askerOf(new Headers({ [ASKER_HEADER]: stampOf(lin) }), 'none')).toEqual({ kind: 'none' });
});

test.each(['', 'x', stampOf({ ...lin, mode: 'none' } as never), stampOf({ kind: 'none' } as never)])(
  'with sign-in the stamp %j is nobody, who is refused',
  (stamp) => {
    const asking = () => askerOf(new Headers({ [ASKER_HEADER]: stamp }), 'oidc');
    expect(asking).toThrow(
      expect.objectContaining({ problem: expect.objectContaining({ code: 'signed_out' }) }),
    );
  },
);

test('who came by no guard has no address', () => expect(peerOf(new Headers())).toBeNull());
