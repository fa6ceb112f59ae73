import { placeArguments } from '@/lib/export/cli-call';
import { SHELLS } from '@/lib/export/shells';
import type { ScriptParts } from './script-parts';

/** Ends the script in a shell that it is pasted into. */
const END = 'ENI_ATLAS_END';

/**
 * Takes the facts out of an answer with nothing but awk. An answer is cut at its quotes: a key is a piece that a piece of
 * nothing but a colon follows. A text that someone wrote cannot look like one, since each quote in it has a backslash before it.
 */
const FACTS = `facts() {
  tr -d '\\r\\n' | awk '
    BEGIN {
      name["Status"] = "status"; name["InstanceId"] = "instance"; name["PublicIpAddress"] = "eip"
      name["PrivateIpAddress"] = "ip"; name["Ipv6Address"] = "ip"
      name["Ipv4Prefix"] = "prefix"; name["Ipv6Prefix"] = "prefix"
    }
    {
      n = split($0, piece, "\\"")
      for (i = 2; i + 2 <= n; i++)
        if (piece[i] in name && piece[i + 1] ~ /^[ \\t]*:[ \\t]*$/)
          if (piece[i + 2] ~ /^(|null|hide)$/) continue
          else print name[piece[i]] "=" piece[i + 2]
    }' | LC_ALL=C sort -u | tr '\\n' ' ' | sed 's/ $//'
}`;

const RELEASE = `release() {
  if answer=$(ecs DescribeNetworkInterfaces --NetworkInterfaceId.1 "$1"); then :; else
    skipped=$((skipped + 1)); echo "skipped $1: it could not be read" >&2; return
  fi
  now=$(printf '%s' "$answer" | facts)
  if [ "$now" = "$2" ]; then
    if ecs DeleteNetworkInterface --NetworkInterfaceId "$1" >/dev/null; then
      released=$((released + 1)); echo "released $1"
    else
      failed=$((failed + 1)); echo "failed $1: the cloud did not delete it" >&2
    fi
  else
    skipped=$((skipped + 1)); echo "skipped $1: now \${now:-gone}, was $2" >&2
  fi
}`;

/**
 * The script for a POSIX shell, with awk, sed, sort and tr beside the aliyun CLI: first what it does, then how. It is a
 * document of its own, so that it may be pasted into any shell: nothing runs before all of it is there, and no setting of
 * that shell is touched.
 */
export function posixScript({ head, profile, region, steps }: ScriptParts): string {
  const flags = placeArguments({ profile, region }).map(SHELLS.sh.word).join(' ');
  return [
    `sh -s <<'${END}'`,
    ...head.map((line) => `# ${line}`),
    'steps() {',
    ...steps.flatMap(({ id, facts, comment }) => [`  # ${comment}`, `  release ${id} '${facts}'`]),
    '}',
    'set -u',
    'released=0 skipped=0 failed=0',
    `ecs() { aliyun ecs "$@" ${flags} </dev/null; }`,
    FACTS,
    RELEASE,
    'steps',
    'echo "released $released, skipped $skipped, failed $failed"',
    '[ "$failed" -eq 0 ]',
    END,
    '',
  ].join('\n');
}
