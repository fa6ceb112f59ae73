import { describe, expect, it } from 'vitest';
import { toggleColumn } from './toggle-column';

describe('toggleColumn', () => {
  it('takes a column away', () => expect(toggleColumn(['name', 'ip'], 'ip')).toEqual(['name']));
  it('puts a column back where it belongs', () =>
    expect(toggleColumn(['name', 'ip'], 'status')).toEqual(['name', 'status', 'ip']));
  it('puts a column at the end when all others come before it', () =>
    expect(toggleColumn(['name', 'ip'], 'description')).toEqual(['name', 'ip', 'description']));
  it('keeps the last column', () => expect(toggleColumn(['name'], 'name')).toEqual(['name']));
});
