/**
 * The views that `npm run shots` takes. `path` is opened; `prepare` brings the page to where it is worth looking at.
 * @typedef {{ name: string, path: string, prepare?: (page: import('@playwright/test').Page) => Promise<void> }} View
 */

const firstRow = (page) => page.getByRole('row').nth(1);

/** @type {View[]} */
export const views = [
  {
    name: 'explorer',
    path: '/',
    prepare: (page) =>
      page
        .getByText(/^500 loaded of|^已加载 500 个，共/)
        .first()
        .waitFor(),
  },
  {
    name: 'filtered',
    path: '/?status=Available,InUse&-type=Primary&ip=10.0.0.0/8&tag=env',
    prepare: (page) => firstRow(page).waitFor(),
  },
  {
    name: 'drawer',
    path: '/',
    prepare: async (page) => {
      await firstRow(page).click();
      await page.getByRole('complementary').getByRole('heading', { level: 2 }).waitFor();
    },
  },
  { name: 'usage', path: '/usage', prepare: (page) => firstRow(page).waitFor() },
  {
    name: 'usage-vswitch',
    path: '/usage',
    prepare: async (page) => {
      await page
        .getByRole('button', { name: /ack-prefix/ })
        .first()
        .click();
      await page.getByRole('grid', { name: /^(Addresses|地址)$/ }).waitFor();
    },
  },
  { name: 'empty', path: '/?name=nothing-has-this-name' },
  { name: 'notice', path: '/?status=Available&ip=999.1.1.1&nothing=1' },
  { name: 'error', path: '/?account=denied' },
  { name: 'partial', path: '/?account=no-shanghai&region=cn-hangzhou,cn-shanghai' },
];
