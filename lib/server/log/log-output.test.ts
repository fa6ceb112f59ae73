import { closeSync, openSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { linesLost } from './lines-lost';
import { LogOutput } from './log-output';

const failure = (code: string) => Object.assign(new Error(code), { code });

/** A file with this much room, and the error that it raises when there is none. */
function disk(room: number, code = 'ENOSPC') {
  const state = { text: '', room, tries: 0 };
  const output = new LogOutput(
    1,
    (lines) => `lost ${lines}`,
    (_, bytes) => {
      state.tries++;
      if (state.room === 0) throw failure(code);
      const taken = bytes.subarray(0, state.room);
      state.room -= taken.length;
      state.text += Buffer.from(taken).toString();
      return taken.length;
    },
  );
  return { state, output };
}

function lostBy(action: () => void): number {
  const before = linesLost();
  action();
  return linesLost() - before;
}

describe('lines of the log', () => {
  it('are written whole, in pieces too', () => {
    const { state, output } = disk(Number.POSITIVE_INFINITY);
    expect(lostBy(() => output.write('é 1\n'))).toBe(0);
    output.write(Buffer.from('2\n3\n'));
    expect(state.text).toBe('é 1\n2\n3\n');
  });

  it('are counted on a full disk, and the first that has room says how many are missing (F54)', () => {
    const { state, output } = disk(0);
    expect(lostBy(() => output.write('1\n'))).toBe(1);
    expect(lostBy(() => output.write('2\n3\n4'))).toBe(3);
    state.room = 1000;
    expect(lostBy(() => output.write('5\n'))).toBe(0);
    output.write('6\n');
    expect(state.text).toBe('lost 4\n5\n6\n');
  });

  it('do not run into one that was written in part', () => {
    const { state, output } = disk(5);
    expect(lostBy(() => output.write('12\n345678\n9\n'))).toBe(2);
    expect(lostBy(() => output.write('10\n'))).toBe(1);
    state.room = 1000;
    output.write('11\n');
    expect(state.text).toBe('12\n34\nlost 3\n11\n');
  });

  it('say it once more where there is room for half of that', () => {
    const { state, output } = disk(0);
    output.write('1\n');
    state.room = 3;
    expect(lostBy(() => output.write('2\n'))).toBe(1);
    state.room = 1000;
    output.write('3\n');
    expect(state.text).toBe('los\nlost 2\n3\n');
  });

  it('wait for a slow reader, once, and then no more until it reads', () => {
    const { state, output } = disk(0, 'EAGAIN');
    expect(lostBy(() => output.write('1\n'))).toBe(1);
    const { tries } = state;
    expect(tries).toBeGreaterThan(10);
    expect(lostBy(() => output.write('2\n'))).toBe(1);
    expect(state.tries).toBe(tries + 1);
    state.room = 1000;
    output.write('3\n');
    expect(state.text).toBe('lost 2\n3\n');
  });

  it('are counted into a closed pipe', () => {
    const { output } = disk(0, 'EPIPE');
    expect(lostBy(() => output.write('1\n'))).toBe(1);
  });

  it('are counted on a device that is full indeed', () => {
    const fd = openSync('/dev/full', 'w');
    const output = new LogOutput(fd, String);
    expect(lostBy(() => output.write('1\n'))).toBe(1);
    closeSync(fd);
  });
});
