import { type BrowserContext, expect, type Page } from '@playwright/test';
import { ask } from '../fixtures/raw-http';
import { ACCESS, type Signed, signInAtProvider, test } from '../fixtures/signed';

const SCOPE = '/?region=cn-hangzhou';

/** Opens a link that leads through the identity provider. */
async function signIn(page: Page, { dashboard }: Signed, login: string, link = SCOPE): Promise<void> {
  await page.goto(`${dashboard.url}${link}`);
  await signInAtProvider(page, login);
  await page.waitForURL((url) => url.origin === dashboard.url && !url.pathname.startsWith('/auth/'));
}

const statusOf = (page: Page, path: string) =>
  page.evaluate((asked) => fetch(asked).then(({ status }) => status), path);

const sessionOf = async (context: BrowserContext) =>
  (await context.cookies()).find(({ name }) => name === 'eni_atlas')?.value ?? '';

test('a link leads through the identity provider and back to where it points', async ({ page, signed }) => {
  await page.goto('/?region=cn-hangzhou&status=Available');
  await expect(page).toHaveURL(new RegExp(`^${signed.idp.issuer}/`));
  await signInAtProvider(page, 'lin');
  await expect(page).toHaveURL(`${signed.dashboard.url}/?region=cn-hangzhou&status=Available`);
  await expect(page.getByRole('row').nth(3)).toBeVisible();
});

test('the menu says who, what they may see and until when; signing out ends the session here and there', async ({
  page,
  context,
  signed,
}) => {
  await signIn(page, signed, 'lin');
  await page.getByRole('button', { name: 'Signed in as 林晓' }).click();
  const menu = page.getByRole('dialog', { name: 'Signed in as 林晓' });
  await expect(menu).toContainText('lin.xiao@nordhafen.example');
  await expect(menu).toContainText(/Nordhafen SSO\. Signed in \d\d:\d\d, ends \d\d:\d\d/);
  await expect(menu.getByText('admin')).toHaveCount(2);
  const cookie = `eni_atlas=${await sessionOf(context)}`;
  expect((await ask(signed.dashboard.port, '/api/me', { headers: { cookie } })).status).toBe(200);
  await menu.getByRole('button', { name: 'Sign out', exact: true }).click();
  await page.getByRole('button', { name: 'Yes, sign me out' }).click();
  await expect(page).toHaveURL(`${signed.dashboard.url}/auth/signed-out`);
  await expect(page.getByRole('heading', { name: 'You are signed out' })).toBeVisible();
  expect(await sessionOf(context)).toBe('');
  // A copy of the cookie is worth nothing either.
  expect((await ask(signed.dashboard.port, '/api/me', { headers: { cookie } })).status).toBe(401);
  await page.getByRole('link', { name: 'Continue with Nordhafen SSO' }).click();
  await expect(page.getByPlaceholder('Enter any login')).toBeVisible();
});

test('who has no grant is told what to ask for, and is in as soon as the file says so', async ({
  page,
  signed,
}) => {
  await page.goto(SCOPE);
  const answered = page.waitForResponse(
    (response) => response.url() === `${signed.dashboard.url}${SCOPE}` && response.status() === 403,
  );
  await signInAtProvider(page, 'otto');
  await answered;
  await expect(page.getByRole('heading', { name: 'You are signed in, but no grant matches' })).toBeVisible();
  await expect(page).toHaveURL(`${signed.dashboard.url}${SCOPE}`);
  const main = page.getByRole('main');
  await expect(main).toContainText('otto@nordhafen.example');
  await expect(main).toContainText('"who": ["group:oncall-pay"]');
  await expect(main).not.toContainText(/net-admins|payments|prod/);
  expect(await statusOf(page, '/api/enis?region=cn-hangzhou')).toBe(403);
  const grant = {
    id: 'oncall',
    who: ['group:oncall-pay'],
    role: 'viewer',
    accounts: ['prod'],
    regions: ['cn-hangzhou'],
  };
  signed.access.write({ ...ACCESS, grants: [...ACCESS.grants, grant] });
  await expect(async () => {
    await page.getByRole('button', { name: 'Look again' }).click();
    await expect(page.getByRole('row').nth(3)).toBeVisible({ timeout: 3_000 });
  }).toPass();
  signed.access.write(ACCESS);
});

test('two tabs sign in at once, each to its own link', async ({ page, context, signed }) => {
  const other = await context.newPage();
  await page.goto('/?region=cn-hangzhou&status=Available');
  await other.goto('/findings?region=cn-beijing');
  await signInAtProvider(page, 'lin');
  await expect(page).toHaveURL(/status=Available$/);
  await signInAtProvider(other, 'lin');
  await expect(other).toHaveURL(`${signed.dashboard.url}/findings?region=cn-beijing`);
  expect((await context.cookies()).filter(({ name }) => name.includes('_login_'))).toEqual([]);
});

test('B97: a link too long to be sent along is kept by the browser', async ({ page, signed }) => {
  const link = `/?region=cn-hangzhou&name=${'a'.repeat(120)}&-name=${Array.from({ length: 40 }, (_, n) => `${'b'.repeat(60)}${n}`).join()}`;
  const answer = await page.goto(link);
  expect(answer?.status()).toBe(401);
  await expect(page.getByText('After sign-in you continue to the link that you opened:')).toBeVisible();
  await page.getByRole('link', { name: 'Continue with Nordhafen SSO' }).click();
  await signInAtProvider(page, 'lin');
  await page.waitForURL((url) => url.origin === signed.dashboard.url && url.pathname === '/');
  expect(decodeURIComponent(page.url())).toContain(`${'b'.repeat(60)}39`);
});

test('B94, B95: a callback that no attempt of this browser waits for starts again, or goes home', async ({
  page,
  signed,
}) => {
  const callback = `${signed.dashboard.url}/auth/callback?code=x&state=y`;
  const answer = await page.goto(callback);
  expect(answer?.status()).toBe(401);
  await expect(page.getByRole('heading', { name: 'This sign-in cannot be finished' })).toBeVisible();
  await expect(page.getByRole('link', { name: 'Start again' })).toHaveAttribute('href', '/auth/login');
  await signIn(page, signed, 'lin');
  await page.goto(callback);
  await expect(page).toHaveURL(/^http:\/\/127\.0\.0\.1:\d+\/(\?.*)?$/);
});

/** An export of everything, whose first piece has arrived: what the rest of it says at its end. */
async function beginExport({ dashboard }: Signed, cookie: string) {
  const answer = await fetch(`${dashboard.url}/api/enis/export?account=all&region=all&format=ndjson`, {
    headers: { cookie },
  });
  const reader = answer.body?.getReader();
  const first = await reader?.read();
  expect(first?.done).toBe(false);
  return async () => {
    let text = '';
    for (let piece = await reader?.read(); piece && !piece.done; piece = await reader?.read())
      text += Buffer.from(piece.value).toString();
    return JSON.parse(text.trim().split('\n').at(-1) ?? '').end;
  };
}

test('F59: signing out at the provider ends the session and what runs in it, and the page that is open says so', async ({
  page,
  context,
  signed,
  stack,
}) => {
  await signIn(page, signed, 'lin');
  await expect(page.getByRole('row').nth(3)).toBeVisible();
  const provider = await context.newPage();
  await provider.goto(`${signed.idp.issuer}/session/end`);
  // The last of it comes when the button has long been pressed.
  const slow = { account: 'staging', region: 'cn-hangzhou', action: 'DescribeNetworkInterfaces' };
  stack.emulator.emulator.faults.set([{ match: slow, effect: 'latency', ms: 6_000 }]);
  const finish = await beginExport(signed, `eni_atlas=${await sessionOf(context)}`);
  await provider.getByRole('button', { name: 'Yes, sign me out' }).click();
  const end = await finish();
  expect(end).toMatchObject({ complete: false, stopped: { problem: { code: 'signed_out' } } });
  await expect.poll(() => statusOf(page, '/api/me')).toBe(401);
  await page.getByRole('button', { name: 'Refresh' }).click();
  await expect(page.getByText('Your session has ended.')).toBeVisible();
  await expect(page.getByRole('row').nth(3)).toBeVisible();
  await page.getByRole('button', { name: 'Sign in again now' }).click();
  await signInAtProvider(page, 'lin');
  await expect(page).toHaveURL(`${signed.dashboard.url}${SCOPE}`);
});

test('what one person keeps in a browser the next does not see, and forgetting removes it all', async ({
  page,
  signed,
}) => {
  const kept = () =>
    page.evaluate(async () => ({
      texts: Object.keys(localStorage).filter((name) => name.startsWith('eni_atlas')),
      stores: (await indexedDB.databases()).map(({ name }) => name ?? ''),
      person: document.documentElement.dataset.person,
    }));
  await signIn(page, signed, 'lin', '/findings?region=cn-hangzhou');
  // Findings remember what they were at the last look.
  await expect.poll(async () => (await kept()).texts.length).toBeGreaterThan(0);
  const lin = await kept();
  for (const name of [...lin.texts, ...lin.stores]) expect(name).toMatch(new RegExp(`\\.${lin.person}$`));
  await page.getByRole('button', { name: 'Signed in as 林晓' }).click();
  await page.getByRole('button', { name: 'Sign out and forget this browser' }).click();
  await page.getByRole('button', { name: 'Yes, sign me out' }).click();
  await expect(page.getByRole('heading', { name: 'You are signed out' })).toBeVisible();
  const after = await kept();
  expect([...after.texts, ...after.stores]).toEqual([]);
});
