import { expect } from '@playwright/test';
import { signInAtProvider, test } from '../fixtures/signed';

test('a link leads through the identity provider and back to where it points', async ({ page, signed }) => {
  await page.goto('/?region=cn-hangzhou&status=Available');
  await expect(page).toHaveURL(new RegExp(`^${signed.idp.issuer}/`));
  await signInAtProvider(page, 'lin');
  await expect(page).toHaveURL(`${signed.dashboard.url}/?region=cn-hangzhou&status=Available`);
  await expect(page.getByRole('row').nth(3)).toBeVisible();
});
