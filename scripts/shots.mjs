import { mkdirSync, rmSync } from 'node:fs';
import { ensureBuilt } from './lib/build.mjs';
import { chromiumFlags, ensureChromium } from './lib/chromium.mjs';
import { startDashboard } from './lib/dashboard.mjs';
import { demoEnvironment, startEmulatorProcess } from './lib/demo-stack.mjs';
import { ensureInstalled } from './lib/install.mjs';
import { root } from './lib/paths.mjs';
import { freePort, waitForAnswer } from './lib/ports.mjs';
import { stopAll } from './lib/processes.mjs';
import { views } from './shots-views.mjs';

const THEMES = ['light', 'dark'];
const LOCALES = ['en', 'zh-CN'];
const SIZES = {
  narrow: { width: 390, height: 844 },
  1024: { width: 1024, height: 768 },
  wide: { width: 1440, height: 900 },
  1920: { width: 1920, height: 1080 },
};
/** Of a document that is printed: as many from its beginning, and the last one. */
const MOST_SHEETS = 3;
const PDFJS = `${root}node_modules/pdfjs-dist/legacy/build/`;
/** Those that are taken where no word names another one. */
const USUAL_SIZES = ['narrow', 'wide'];

/**
 * Every combination at the usual sizes, or those whose names hold every word given: `npm run shots -- drawer dark`. The
 * other sizes are taken where a word names one (`-- overview 1024`), or `sizes` asks for all (`-- overview sizes`).
 */
function wanted(given) {
  const words = given.filter((word) => word !== 'sizes');
  const named = Object.keys(SIZES).filter((size) => words.includes(size));
  const sizes = named.length > 0 ? named : given.includes('sizes') ? Object.keys(SIZES) : USUAL_SIZES;
  return views
    .flatMap((view) =>
      THEMES.flatMap((theme) =>
        LOCALES.flatMap((locale) =>
          (view.paper ? ['wide'] : sizes).map((size) => ({
            view,
            theme,
            locale,
            size,
            file: `${view.name}-${theme}-${locale}-${size}`,
          })),
        ),
      ),
    )
    .filter(({ file }) => words.every((word) => file.split('-').includes(word) || file.includes(word)));
}

/** The first printed sheets of a page and its last one: `<file>-1.png`, … A browser draws them, by pdf.js. */
async function shootSheets(page, file) {
  const pdf = await page.pdf({ preferCSSPageSize: true });
  const reader = await page.context().newPage();
  for (const part of ['pdf', 'pdf.worker'])
    await reader.addScriptTag({ path: `${PDFJS}${part}.min.mjs`, type: 'module' });
  await reader.waitForFunction(() => globalThis.pdfjsLib && globalThis.pdfjsWorker);
  const numbers = await reader.evaluate(
    async ([data, most]) => {
      const bytes = Uint8Array.from(atob(data), (letter) => letter.charCodeAt(0));
      const sheets = await globalThis.pdfjsLib.getDocument({ data: bytes }).promise;
      const all = Array.from({ length: sheets.numPages }, (_, at) => at + 1);
      const wanted = all.filter((number) => number <= most || number === sheets.numPages);
      for (const number of wanted) {
        const sheet = await sheets.getPage(number);
        const viewport = sheet.getViewport({ scale: 1.5 });
        const canvas = document.body.appendChild(document.createElement('canvas'));
        Object.assign(canvas, { id: `sheet-${number}`, width: viewport.width, height: viewport.height });
        await sheet.render({ canvas, viewport }).promise;
      }
      return wanted;
    },
    [pdf.toString('base64'), MOST_SHEETS],
  );
  for (const number of numbers)
    await reader.locator(`#sheet-${number}`).screenshot({ path: `${file}-${number}.png` });
}

async function shoot(browser, url, { view, theme, locale, size, file }) {
  const context = await browser.newContext({
    viewport: SIZES[size],
    locale,
    colorScheme: theme,
    reducedMotion: 'reduce',
    timezoneId: 'Asia/Shanghai',
  });
  await context.addCookies([
    { name: 'eni_atlas_theme', value: theme, url },
    { name: 'eni_atlas_locale', value: locale, url },
  ]);
  const page = await context.newPage();
  page.setDefaultTimeout(15_000);
  try {
    await page.goto(url + view.path, { waitUntil: 'networkidle' });
    await view.prepare?.(page);
  } catch (error) {
    // The picture is wanted all the more where the page is not as expected.
    console.error(`${file}: ${error.message.split('\n')[0]}`);
    process.exitCode = 1;
  }
  if (view.paper) await shootSheets(page, `${root}shots/${file}`);
  else await page.screenshot({ path: `${root}shots/${file}.png` });
  await context.close();
}

await ensureInstalled();
await ensureBuilt();
const executablePath = await ensureChromium();
if (executablePath === null) process.exit(1);

const port = await freePort();
const keys = ['prod', 'staging', 'audit', 'denied', 'no-shanghai', 'no-vpc'];
const env = demoEnvironment(await startEmulatorProcess(), keys, {
  PORT: String(port),
  NODE_ENV: 'production',
});
startDashboard(env, { stdio: ['ignore', 'ignore', 'inherit'] });
const url = `http://127.0.0.1:${port}`;
await waitForAnswer(url, 60);

const shots = wanted(process.argv.slice(2));
if (process.argv.length === 2) rmSync(`${root}shots`, { recursive: true, force: true });
mkdirSync(`${root}shots`, { recursive: true });
const { chromium } = await import('@playwright/test');
const browser = await chromium.launch({ executablePath, args: chromiumFlags });
for (const shot of shots) await shoot(browser, url, shot);
await browser.close();
console.log(`${shots.length} pictures in shots/`);
await stopAll(process.exitCode ?? 0);
