import 'server-only';
import { z } from 'zod';
import { countShared } from '../aliyun/upstream';
import { forwardedForOf, peerOf } from '../auth/asker';
import { isPasswordOf } from '../auth/password-hash';
import { safeReturnTo } from '../auth/return-to';
import { Tries } from '../auth/tries';
import { config } from '../config/config';
import { log } from '../log/log';
import { sessionCookies } from './begin';
import { boundedText } from './bounded-text';
import { noSuchStep, problemAnswer, step, stepContext } from './step';

const MOST_BYTES = 8 * 1024;
/** Each check takes 128 MB and a core for a third of a second. */
const MOST_AT_ONCE = 2;

const formSchema = z.strictObject({
  name: z
    .string()
    .trim()
    .min(1)
    .max(100)
    .regex(/^\P{C}+$/u),
  password: z.string().max(1_024),
  returnTo: z.string().optional(),
});

const tries = new Tries(countShared);
let checking = 0;

function formIn(body: string): z.infer<typeof formSchema> | null {
  try {
    return formSchema.safeParse(JSON.parse(body)).data ?? null;
  } catch {
    return null;
  }
}

async function isRight(hash: string, password: string): Promise<boolean> {
  checking += 1;
  try {
    return await isPasswordOf(hash, password);
  } finally {
    checking -= 1;
  }
}

/** `POST /auth/password`: the one password of an instance, and the name that goes on record. */
export const password = step(async (request, requestId, notes) => {
  const { signIn, publicUrl } = config();
  if (signIn.mode !== 'password') return noSuchStep(requestId);
  const body = await boundedText(request, MOST_BYTES);
  if (body === null) return problemAnswer('body_too_large', 'A name and a password are shorter.', requestId);
  const form = formIn(body);
  if (form === null)
    return problemAnswer(
      'malformed',
      'Send { name, password, returnTo? }, the name of 1 to 100 characters.',
      requestId,
    );
  if (checking >= MOST_AT_ONCE)
    return problemAnswer('too_many_tries', 'Others are signing in at this moment.', requestId, 1);
  const left = await tries.take(forwardedForOf(request.headers) ?? peerOf(request.headers) ?? '');
  if (left < 0)
    return problemAnswer('too_many_tries', 'Too many tries in this minute.', requestId, Tries.waitFor());
  if (!(await isRight(signIn.hash, form.password))) {
    log.warn({ requestId, left }, 'wrong password');
    return problemAnswer('password_wrong', `${left} more tries in this minute.`, requestId);
  }
  const identity = {
    issuer: publicUrl ?? '',
    subject: `shared:${form.name}`,
    name: form.name,
    email: null,
    domain: null,
    groups: [],
  };
  const headers = new Headers({ 'content-type': 'application/json' });
  // Nobody verifies the name, so only `anyone` may match it.
  const cookies = sessionCookies(
    { mode: 'password', identity, who: [], providerSession: null },
    stepContext(),
    notes,
  );
  for (const cookie of cookies) headers.append('set-cookie', cookie);
  return new Response(JSON.stringify({ location: safeReturnTo(form.returnTo) }), { headers });
});
