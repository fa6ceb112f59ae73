import { COMMAND_IDS, type CommandId } from '@/lib/keys/commands';

/** The actions of commands on this page; if a command has several, the most recently registered one runs. */
const runs = new Map<CommandId, (() => void)[]>();
const listeners = new Set<() => void>();
let ids: readonly CommandId[] = [];

function changed(): void {
  ids = COMMAND_IDS.filter((id) => (runs.get(id)?.length ?? 0) > 0);
  for (const listener of listeners) listener();
}

/** Registers the action of a command until the returned function is called. */
export function register(id: CommandId, run: () => void): () => void {
  runs.set(id, [...(runs.get(id) ?? []), run]);
  changed();
  return () => {
    runs.set(
      id,
      (runs.get(id) ?? []).filter((each) => each !== run),
    );
    changed();
  };
}

/** @returns whether the command does anything here */
export function runCommand(id: CommandId): boolean {
  const run = runs.get(id)?.at(-1);
  run?.();
  return run !== undefined;
}

/** The commands that have an action here now, in the order of the list; the same array until they change. */
export function registeredCommands(): readonly CommandId[] {
  return ids;
}

export function onRegistered(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
