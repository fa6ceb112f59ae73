import { chromium } from '@playwright/test';
const url = process.argv[2]!;
const b = await chromium.launch({ executablePath: '/usr/bin/chromium-headless-shell' });
for (const [locale, theme, w, h] of [['en','light',1440,900],['zh-CN','dark',390,844]] as const) {
  const c = await b.newContext({ viewport:{width:w,height:h}, locale, colorScheme: theme });
  await c.addCookies([{name:'eni_atlas_theme',value:theme,url},{name:'eni_atlas_locale',value:locale,url}]);
  const p = await c.newPage(); p.setDefaultTimeout(120000);
  await p.goto(url+'/?region=cn-hangzhou', { timeout: 120000 });
  await p.getByRole('button',{name: locale==='en'?'Load all':'加载全部'}).click();
  const bt = p.getByRole('button',{name: locale==='en'?/^\d+ calls?$/:/^\d+ 次调用$/});
  await bt.click(); await p.getByRole('dialog').locator('li li').first().waitFor();
  await p.screenshot({ path: `/tmp/calls/how-${locale}.png` });
  await c.close();
}
await b.close(); process.exit(0);
