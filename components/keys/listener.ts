import { type CommandId, commandBy, type Place } from '@/lib/keys/commands';
import { areCharacters, type KeyPress, strokeOf } from '@/lib/keys/spelling';
import { isInOpen, isTyping } from './is-typing';
import { currentKeys } from './keys-in-effect';
import { isMac } from './platform';
import { registeredCommands, runCommand } from './registry';
import { hasSingleKeys } from './single-keys';
import { strokeReader } from './stroke-reader';

const reader = strokeReader();

function onKeyDown(event: KeyboardEvent): void {
  if (event.defaultPrevented || event.isComposing) return;
  // A held key keeps walking the rows; any other action runs once per press.
  if (event.repeat && commandOf(event, 'rows') === null) return;
  const stroke = strokeOf(event, isMac());
  if (stroke === null) return;
  const meant = reader.read(stroke, {
    keys: currentKeys(),
    offered: registeredCommands(),
    hasSingleKeys: hasSingleKeys(),
    isElsewhere: isTyping(event.target) || isInOpen(event.target),
    now: event.timeStamp,
  });
  if (meant === null) return;
  event.preventDefault();
  if (meant !== 'begins') runCommand(meant);
}

let users = 0;

/** Listens for keys while any component registers a command; one listener for all. */
export function listen(): () => void {
  if (users === 0) document.addEventListener('keydown', onKeyDown);
  users += 1;
  return () => {
    users -= 1;
    if (users === 0) document.removeEventListener('keydown', onKeyDown);
  };
}

/** A key press of React, or of the document. */
type Press = KeyPress & { timeStamp: number };

/**
 * The command of one place for a key press, for an element that handles keys while it has the focus: a grid asks for
 * those of `rows`, the map for those of `map`. Also null while single keys are off, and for the second key of a pair.
 */
export function commandOf(press: Press, place: Place): CommandId | null {
  const stroke = strokeOf(press, isMac());
  if (stroke === null || reader.isWithin(press.timeStamp)) return null;
  if (areCharacters(stroke) && !hasSingleKeys()) return null;
  const keys = currentKeys();
  for (const id of Object.keys(keys) as CommandId[])
    if (commandBy(id).place === place && keys[id] === stroke) return id;
  return null;
}
