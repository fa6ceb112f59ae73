import { execFile } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** An `aliyun` that answers from a file for each ENI, as the CLI prints what the cloud says, and deletes that file. */
const PROGRAM = `#!/bin/sh
echo "$*" >>calls
case "$2" in
  DescribeNetworkInterfaces)
    if [ -f "unreadable/$4" ]; then echo 'ERROR: SDK.ServerError' >&2; exit 1; fi
    if [ -f "answers/$4" ]; then cat "answers/$4"; else cat answers/none; fi ;;
  DeleteNetworkInterface)
    if [ -f "refused/$4" ]; then echo 'ERROR: InvalidOperation.InvalidEniState' >&2; exit 1; fi
    rm "answers/$4" && echo '{"RequestId": "r"}' ;;
  *) exit 2 ;;
esac
`;

/** An ENI as the API says it. */
export type Row = { NetworkInterfaceId: string };

type Ran = { out: string; err: string; code: number; calls: string[] };

const answerOf = (rows: readonly Row[]) =>
  JSON.stringify(
    { NetworkInterfaceSets: { NetworkInterfaceSet: rows }, PageNumber: 1, TotalCount: rows.length },
    null,
    '\t',
  );

/** A folder with the fake CLI, and what runs a script with it first on the path. */
export function fakeAliyun(env: NodeJS.ProcessEnv) {
  const folder = mkdtempSync(join(tmpdir(), 'eni-atlas-cli-'));
  const at = (...names: string[]) => join(folder, ...names);
  for (const name of ['answers', 'unreadable', 'refused']) mkdirSync(at(name));
  writeFileSync(at('aliyun'), PROGRAM);
  chmodSync(at('aliyun'), 0o755);
  writeFileSync(at('answers', 'none'), answerOf([]));
  return {
    remove: () => rmSync(folder, { recursive: true }),
    /** The cloud has this ENI, as it is here. */
    put: (row: Row) => writeFileSync(at('answers', row.NetworkInterfaceId), answerOf([row])),
    drop: (id: string) => rmSync(at('answers', id)),
    fail: (action: 'unreadable' | 'refused', id: string) => writeFileSync(at(action, id), ''),
    has: (id: string) => existsSync(at('answers', id)),
    /** Whether a script has left a file of this name. */
    left: (name: string) => existsSync(at(name)),
    run: (shell: string, script: string): Promise<Ran> => {
      writeFileSync(at('script'), script);
      writeFileSync(at('calls'), '');
      return new Promise((resolve) => {
        const options = { cwd: folder, env: { ...env, PATH: `${folder}:${env.PATH}` } };
        execFile(shell, ['script'], options, (error, out, err) => {
          const calls = readFileSync(at('calls'), 'utf8').split('\n').filter(Boolean);
          resolve({ out, err, code: Number(error?.code ?? 0), calls });
        });
      });
    },
  };
}
