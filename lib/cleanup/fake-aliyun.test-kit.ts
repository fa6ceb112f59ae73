import { execFile } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';

/** An `aliyun` that answers as the emulator's estate is, as the CLI prints it, and deletes there. */
const PROGRAM = `#!${process.execPath}
const { appendFileSync } = require('node:fs');
const [, , product, action, ...flags] = process.argv;
const valueOf = (name) => (flags.includes(name) ? flags[flags.indexOf(name) + 1] : undefined);
const post = (body) => fetch(process.env.EMULATOR + '/_emulator/changes', { method: 'POST', body: JSON.stringify(body) });
(async () => {
  appendFileSync(process.env.CALLS, JSON.stringify(process.argv.slice(2)) + '\\n');
  const id = valueOf('--NetworkInterfaceId.1') ?? valueOf('--NetworkInterfaceId');
  if (process.env.UNREADABLE === id) { console.error('ERROR: SDK.ServerError'); process.exit(1); }
  if (action === 'DeleteNetworkInterface') {
    if (process.env.REFUSED === id) { console.error('ERROR: SDK.ServerError InvalidOperation'); process.exit(1); }
    const answer = await post([{ change: 'release', eni: id }]);
    console.log(JSON.stringify({ RequestId: 'r' }, null, '\\t'));
    process.exit(answer.ok ? 0 : 1);
  }
  const account = process.env.ACCOUNT, region = valueOf('--RegionId');
  const estate = await (await fetch(process.env.EMULATOR + '/_emulator/estate?account=' + account + '&region=' + region)).json();
  const rows = estate.cells.flatMap((cell) => cell.enis).filter((row) => row.NetworkInterfaceId === id);
  console.log(JSON.stringify({ NetworkInterfaceSets: { NetworkInterfaceSet: rows }, PageNumber: 1, TotalCount: rows.length }, null, '\\t'));
})();
`;

type Ran = { out: string; err: string; code: number; calls: string[][] };

type Environment = Partial<Record<string, string>> & { EMULATOR: string; ACCOUNT: string };

/** A folder with the fake CLI, and what runs a script with it first on the path. */
export function fakeAliyun(env: Environment) {
  const folder = mkdtempSync(join(tmpdir(), 'eni-atlas-cli-'));
  const program = join(folder, 'aliyun');
  writeFileSync(program, PROGRAM);
  chmodSync(program, 0o755);
  return {
    folder,
    remove: () => rmSync(folder, { recursive: true }),
    run: (shell: string, script: string, more: Record<string, string> = {}): Promise<Ran> => {
      const [file, calls] = [join(folder, 'script'), join(folder, 'calls')];
      writeFileSync(file, script);
      writeFileSync(calls, '');
      const path = `${folder}${delimiter}${env.PATH}`;
      return new Promise((resolve) => {
        const options = { env: { ...env, ...more, PATH: path, CALLS: calls }, cwd: folder };
        execFile(shell, [file], options, (error, out, err) => {
          const made = readFileSync(calls, 'utf8').split('\n').filter(Boolean);
          resolve({ out, err, code: Number(error?.code ?? 0), calls: made.map((line) => JSON.parse(line)) });
        });
      });
    },
    /** Whether a script has left a file of this name. */
    has: (name: string) => existsSync(join(folder, name)),
  };
}
