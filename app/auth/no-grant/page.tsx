import { cookies, headers } from 'next/headers';
import { redirect } from 'next/navigation';
import { getMessages } from 'next-intl/server';
import { MoreMessages } from '@/components/shell/more-messages';
import { readTheme, THEME_COOKIE } from '@/components/shell/theme';
import { NoGrant } from '@/components/sign-in/no-grant';
import { REQUEST_ID_HEADER } from '@/lib/server/http/request-id';
import { meOf, personOf } from '@/lib/server/me';

/** Replaces every page for a person without a grant; the guard puts it there. */
export default async function Page() {
  const asked = await headers();
  const person = personOf(asked);
  if (person === null) redirect('/');
  const me = meOf(person);
  if (me.role !== null) redirect('/');
  const groups = person.who.flatMap((entry) => (entry.startsWith('group:') ? [entry.slice(6)] : []));
  const theme = readTheme((await cookies()).get(THEME_COOKIE)?.value);
  const requestId = asked.get(REQUEST_ID_HEADER) ?? '';
  const { signIn } = await getMessages();
  return (
    <MoreMessages messages={{ signIn }}>
      <NoGrant theme={theme} brought={{ me, groups, subject: person.subject, requestId }} />
    </MoreMessages>
  );
}
