import { LOCALE_COOKIE } from '../../lib/i18n/locale';
import { test } from '../fixtures/explorer-test';
import { Heard } from '../fixtures/heard';
import { expect } from '../fixtures/stack';
import { addressMap, mapGrid, readVSwitches } from '../fixtures/usage';

/** Few enough to stand whole in the file, and without what says how old something is. */
const SCOPE = 'account=prod&region=cn-beijing&type=Trunk';
const FEW = `${SCOPE}&cols=name,status,ip,vswitch`;
/** More than one page of the API. */
const MANY = 'account=prod&region=cn-hangzhou';
const ELSEWHERE = 'account=prod&region=cn-shanghai';
const action = 'DescribeNetworkInterfaces';

for (const locale of ['en', 'zh-CN'] as const)
  test(`what is heard, ${locale}`, async ({ explorer, page, context, stack }) => {
    const { emulator } = stack.emulator;
    await context.addCookies([{ name: LOCALE_COOKIE, value: locale, url: stack.dashboard.url }]);
    const enis = await explorer.readAll(SCOPE);
    const heard = await Heard.of(page);

    heard.step('opening');
    await explorer.goto(FEW);
    await heard.told(/match|符合/);
    await heard.tree('body');

    heard.step('rows and cells');
    await page.keyboard.press('j');
    await heard.focus();
    await page.keyboard.press('j');
    await heard.focus();
    for (const key of ['ArrowRight', 'ArrowRight', 'ArrowRight', 'End', 'ArrowDown']) {
      await page.keyboard.press(key);
      await heard.focus();
    }

    heard.step('selection');
    await page.keyboard.press('x');
    await heard.told(/1/);
    await page.keyboard.press('Shift+ArrowDown');
    await heard.told(/2/);
    await heard.focus();

    heard.step('sorting');
    await page.keyboard.press('Control+Home');
    await page.keyboard.press('ArrowUp');
    await heard.focus();
    await page.keyboard.press('Enter');
    await heard.told(/./);
    await heard.focus();

    heard.step('groups');
    await explorer.goto(`${FEW}&group=zone`);
    await page.keyboard.press('j');
    await heard.focus();
    await page.keyboard.press('ArrowLeft');
    await heard.focus();

    heard.step('a list that is pasted');
    await explorer.goto(ELSEWHERE);
    await explorer.type(`${enis[0]?.id} ${enis[1]?.id} eni-2ze000000000000000no`);
    await heard.told(/(Filter added|已添加)/, /(found|找到)/, /(complete|读完)/);

    heard.step('load all');
    emulator.change({ latencyMs: 300 });
    await explorer.goto(MANY);
    await page.keyboard.press('a');
    // What was read before the key was pressed may still be announced: it depends on how fast that came.
    await heard.toldOf(/(of [\d,]+ read|已读取)/, /(ENIs, complete|共.*读完)/);
    emulator.change({ latencyMs: 0 });

    heard.step('an account that may not list ENIs');
    emulator.faults.set([{ effect: 'error', code: 'Forbidden.RAM', status: 403, match: { action } }]);
    await explorer.goto(ELSEWHERE);
    await heard.told(/^alert/);
    await heard.tree('main');
    emulator.faults.set([]);

    heard.step('the map of addresses');
    const { items } = await readVSwitches(page, 'account=prod&region=cn-beijing');
    await page.goto(`/usage?account=prod&region=cn-beijing&vswitch=${items[0]?.id}`);
    await expect(addressMap(page)).toBeVisible();
    await mapGrid(page).focus();
    for (const key of ['Home', 'ArrowRight', 'ArrowDown']) {
      await page.keyboard.press(key);
      await heard.focus();
    }

    heard.expectSame(locale);
  });
