import { expect, it, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { draw } from '@/components/browser.test-kit';
import { KeysDialog } from './keys-dialog';

it('names itself, keeps the focus inside, and is closed by Escape', async () => {
  const onClose = vi.fn();
  const screen = await draw(<KeysDialog onClose={onClose} />);
  const dialog = screen.getByRole('dialog', { name: 'Keyboard shortcuts' });
  await expect.element(dialog).toBeVisible();
  for (let n = 0; n < 3; n++) await userEvent.tab();
  expect(dialog.element().contains(document.activeElement)).toBe(true);
  await userEvent.keyboard('{Escape}');
  expect(onClose).toHaveBeenCalledOnce();
});
