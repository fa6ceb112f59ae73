import { readFile } from 'node:fs/promises';
import type { Locator, Page } from '@playwright/test';
import { LOCALE_COOKIE } from '../../lib/i18n/locale';
import { chooser, expectWhole } from '../fixtures/compare';
import { test } from '../fixtures/explorer-test';
import { expect } from '../fixtures/stack';

const PLACES = 'account=prod&region=cn-beijing';

const WORDS = {
  en: { idle: 'Idle ENIs', isSecondary: 'It is a secondary address of', both: 'cn-beijing Beijing' },
  'zh-CN': { idle: '闲置的弹性网卡', isSecondary: '的辅助地址', both: 'cn-beijing 北京' },
} as const;

/** Tab, until what is wanted has the focus. */
async function tabTo(page: Page, target: Locator): Promise<void> {
  for (let presses = 0; presses < 80; presses++) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  await expect(target).toBeFocused();
}

/** Chooses what the palette offers first for a text. */
async function jump(page: Page, text: string): Promise<void> {
  await page.keyboard.press('Control+k');
  const palette = page.getByRole('dialog', { name: /^(Jump to anything|快速跳转)$/ });
  await expect(palette.getByRole('combobox')).toBeFocused();
  await page.keyboard.insertText(text);
  await expect(palette.getByRole('option').first()).toContainText(text);
  await page.keyboard.press('Enter');
  await expect(palette).toBeHidden();
}

const WAYS = [
  { how: 'as usual', locale: 'en', size: null },
  // A window of 1440×900 at 200 %, in colours of the person's own.
  { how: 'at 200 % with forced colours', locale: 'en', size: { width: 720, height: 450 } },
  { how: 'at 200 % with forced colours', locale: 'zh-CN', size: { width: 720, height: 450 } },
] as const;

for (const { how, locale, size } of WAYS)
  test(`without a mouse, ${locale}, ${how}: find an IP, audit idle ENIs, export a view, compare two regions`, async ({
    explorer,
    page,
    context,
    stack,
  }) => {
    const words = WORDS[locale];
    if (size !== null) {
      await page.setViewportSize(size);
      await page.emulateMedia({ forcedColors: 'active' });
    }
    await context.addCookies([{ name: LOCALE_COOKIE, value: locale, url: stack.dashboard.url }]);
    const enis = await explorer.readAll(PLACES);
    const owner = enis.find(
      ({ privateIps }) => privateIps.length > 1 && !privateIps[1]?.privateIpAddress.includes('*'),
    );
    const address = owner?.privateIps.find(({ primary }) => !primary)?.privateIpAddress ?? '';

    await explorer.goto(PLACES);
    await page.keyboard.press('/');
    await page.keyboard.insertText(address);
    await page.keyboard.press('Enter');
    const answer = page.getByRole('region', { name: /^(Answer|查询结果)$/ });
    await expect(answer).toContainText(words.isSecondary);
    await tabTo(page, answer.getByRole('button', { name: /^(Open the ENI|打开弹性网卡)$/ }).first());
    await page.keyboard.press('Enter');
    await expect(explorer.drawer).toContainText(owner?.id ?? '');
    await page.keyboard.press('Escape');
    await expect(explorer.drawer).toBeHidden();

    await jump(page, words.idle);
    await expect.poll(() => explorer.params().get('status')).toBe('Available');
    await expect(explorer.rows().first()).toContainText('Available');
    await tabTo(page, explorer.rows().first());
    await page.keyboard.press('x');
    await page.keyboard.press('j');
    await page.keyboard.press('x');
    const bar = page.getByRole('region', { name: /^(Selected ENIs|已选择的弹性网卡)$/ });
    await expect(bar).toContainText('2');

    await page.keyboard.press('e');
    const dialog = page.getByRole('dialog', { name: /^(Export ENIs|导出弹性网卡)$/ });
    await expect(dialog).toBeVisible();
    await tabTo(page, dialog.getByRole('button', { name: /^(Export|导出)$/ }));
    const download = page.waitForEvent('download');
    await page.keyboard.press('Enter');
    const text = await readFile(await (await download).path(), 'utf8');
    expect(text).toContain('Available');
    await page.keyboard.press('Escape');
    await expect(dialog).toBeHidden();

    await explorer.goto('account=prod&region=cn-beijing,cn-hangzhou&group=region');
    const places = page.getByRole('region', { name: /^(Accounts and regions|账号与地域)$/ });
    await tabTo(page, places.getByRole('button').first());
    await page.keyboard.press('Enter');
    await expect(places).toContainText(words.both);
    const heads = page.getByRole('treegrid').getByRole('row', { expanded: true });
    await tabTo(page, heads.first());
    await page.keyboard.press('Enter');
    const closed = page.getByRole('treegrid').getByRole('row', { expanded: false });
    await expect(closed).toContainText('cn-beijing');
    await expect(heads.first()).toContainText('cn-hangzhou');

    await explorer.goto(PLACES);
    await page.keyboard.press('g');
    await page.keyboard.press('c');
    await expect(chooser(page).getByRole('searchbox')).toBeFocused();
    await page.keyboard.type('shanghai');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await expectWhole(page);
  });
