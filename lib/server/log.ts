import 'server-only';
import pino from 'pino';
import { config } from './config';

/**
 * The log: JSON lines on stdout. Only what is passed by name is written; errors are logged by name and code, never
 * whole, since messages of the SDK and of the credential chain hold signed strings and file contents.
 */
export const log = pino({
  level: config().logLevel,
  base: null,
  timestamp: pino.stdTimeFunctions.isoTime,
  redact: {
    paths: ['*.accessKeyId', '*.accessKeySecret', '*.securityToken', '*.authorization', '*.cookie'],
    remove: true,
  },
});
