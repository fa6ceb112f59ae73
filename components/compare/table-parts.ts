import type { SidePickerProps } from './side-picker';
import type { CompareSide } from './use-compare-side';
import type { FreeBlocks } from './use-free-blocks';

/** What the head of both tables says. */
export type TableProps = {
  here: CompareSide;
  there: CompareSide;
  names: { here: string; there: string };
  freeBlocks: FreeBlocks;
  picker: SidePickerProps;
  onSwap: () => void;
};

export const TABLE = 'w-full table-fixed border-separate border-spacing-0 max-[720px]:block print:text-xs';
export const HEAD = 'sticky top-0 z-10 bg-surface max-[720px]:static max-[720px]:block';
export const HEAD_CELL = 'border-line-strong border-b bg-surface pt-3 align-bottom font-normal';
