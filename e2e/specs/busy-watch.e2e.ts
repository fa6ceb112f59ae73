import { test } from '../fixtures/explorer-test';
import { expect } from '../fixtures/stack';

for (const words of ['Reading…', '正在读取弹性网卡'])
  test(`a page that says “${words}” while it waits for nothing is caught`, async ({
    explorer,
    page,
    stuck,
  }) => {
    await explorer.goto('region=cn-beijing');
    await page.evaluate((text) => document.body.append(text), words);
    await expect.poll(() => [...stuck]).toEqual([expect.stringContaining(words)]);
    // A page that is open reports again.
    await page.close();
    stuck.clear();
  });
