import { readFileSync } from 'node:fs';
import { PASSWORD_HELP, passwordCommand } from '../scripts/lib/password.mjs';
import { TOKEN_HELP, tokenCommand } from '../scripts/lib/token-command.mjs';
import { UsageError } from '../scripts/lib/usage-error.mjs';
import { check } from './check.mjs';
import { demo } from './demo.mjs';
import { packageRoot } from './paths.mjs';
import { serve } from './serve.mjs';

/** As sysexits.h has it: the command line is wrong. */
const EXIT_USAGE = 64;

/** THE list of commands: the help text, and the answer to an unknown word, follow from it. */
const COMMANDS = {
  serve: { run: serve, takes: '[--port N]', says: 'the dashboard on your own credentials (the default)' },
  demo: {
    run: demo,
    takes: '[--port N] [emulator flags]',
    says: 'the dashboard on made-up data; needs no cloud account',
  },
  check: {
    run: check,
    takes: '',
    says: 'reads the configuration as serve does, asks each account for one ENI, and says what answers',
  },
  token: {
    run: tokenCommand,
    takes: 'new --name … --scope … --expires …',
    says: 'makes a token for scripts and Prometheus, and its entry for ENI_ATLAS_TOKENS_FILE',
    more: TOKEN_HELP,
  },
  'hash-password': {
    run: passwordCommand,
    takes: '',
    says: 'asks for a password and prints what ENI_ATLAS_PASSWORD_HASH takes',
    more: PASSWORD_HELP,
  },
};

const { version } = JSON.parse(readFileSync(`${packageRoot}package.json`, 'utf8'));

const isHelp = (word) => word === '--help' || word === '-h';

const lineOf = ([name, { takes, says }]) => `  eni-atlas ${`${name} ${takes}`.trim().padEnd(42)} ${says}`;

function help() {
  return `ENI Atlas ${version}: a read-only dashboard over Alibaba Cloud's elastic network interfaces

${Object.entries(COMMANDS).map(lineOf).join('\n')}
  eni-atlas --version | --help | COMMAND --help

It is configured by environment variables: docs/CONFIGURATION.md in the folder of this package.`;
}

/** The help text of a single command. */
function helpOf(name) {
  const { takes, says, more } = COMMANDS[name];
  return [`eni-atlas ${name} ${takes}`.trim(), `  ${says}`, ...(more ? ['', more] : [])].join('\n');
}

/** @param {string[]} args what stands after the command's own name */
async function main(args) {
  const [first = 'serve', ...rest] = args;
  if (first === '--version' || first === '-v') return console.log(version);
  if (isHelp(first) || first === 'help') return console.log(help());
  const isFlag = first.startsWith('-');
  const name = isFlag ? 'serve' : first;
  if (!Object.hasOwn(COMMANDS, name))
    throw new UsageError(
      `unknown command ${JSON.stringify(name)}. Allowed: ${Object.keys(COMMANDS).join(', ')}`,
    );
  if (rest.some(isHelp)) return console.log(helpOf(name));
  try {
    await COMMANDS[name].run(isFlag ? args : rest);
  } catch (error) {
    if (!(error instanceof UsageError) || !COMMANDS[name].more) throw error;
    console.error(`eni-atlas: ${error.message}\n\n${helpOf(name)}`);
    process.exitCode = EXIT_USAGE;
  }
}

try {
  await main(process.argv.slice(2));
} catch (error) {
  if (!(error instanceof UsageError)) throw error;
  console.error(`eni-atlas: ${error.message}\n\n${help()}`);
  process.exitCode = EXIT_USAGE;
}
