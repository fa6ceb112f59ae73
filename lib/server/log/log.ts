import 'server-only';
import pino, { type DestinationStream, type Logger } from 'pino';
import { config } from '../config/config';

const SECRETS = ['accessKeyId', 'accessKeySecret', 'securityToken', 'authorization', 'cookie'];

/** The form of access key ids: of a RAM user, and of a session. */
const KEY_ID = /LTAI[0-9A-Za-z]{12,30}|STS\.[0-9A-Za-z]+/g;

/** The last check of a line before it is written. It should find nothing: a key in a log is a mistake elsewhere. */
const scrub = (line: string) => line.replace(KEY_ID, '[key]');

/** The output that the preload protects against a full disk: lib/server/log/log-output.ts */
const STDOUT: DestinationStream = { write: (line) => void process.stdout.write(line) };

/**
 * A log of JSON lines. Only fields passed by name are written; errors are logged by name and code, never whole, since
 * messages of the SDK and of the credential chain hold signed strings and file contents.
 */
export function createLog(destination = STDOUT): Logger {
  return pino(
    {
      level: config().logLevel,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      redact: { paths: SECRETS.flatMap((name) => [name, `*.${name}`]), remove: true },
      hooks: { streamWrite: scrub },
    },
    destination,
  );
}

/** The log of this process, on stdout. */
export const log = createLog();
